/// What people look for that is no name of the language, each with an example that runs.
enum HelpTopic {
  private static let experiment = "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)\nstep 3"

  static let entries: [HelpEntry] = [
    topic(
      "leaving",
      "end the notebook: quit, exit, :quit or Control-D",
      [
        "A script ends with its last line. Progress in lessons is kept; a session of your own is kept "
          + "by :save FILE."
      ],
      "history"
    ),
    topic(
      "saving",
      "keep a session: :save FILE writes it as a lesson",
      [
        "A lesson is Markdown that descent run and descent test read. history shows the statements "
          + "that it holds; descent run --format json writes every result for other programs."
      ],
      experiment + "\nhistory"
    ),
    topic(
      "undoing",
      "go back: back takes updates back, :undo takes a statement back",
      ["back and goto go through the time of an experiment, exactly; restart is its start."],
      experiment + "\nback 2"
    ),
    topic(
      "schedule",
      "a setting that changes with the updates: a formula of t or epoch",
      [
        "Every setting but a word may be one. t is 1 at the first update; where other libraries count "
          + "from 0, write t - 1.",
        "linear, cosine, warmup and steps are functions for it; they can be plotted as any other.",
      ],
      "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha = cosine(t - 1, 0.1, 100))\nstep 10\nalpha"
    ),
    topic(
      "exercise",
      "a cell of a lesson with blanks, ____, that you fill in",
      [
        "Type the whole line, or only what stands for the blank. :hint helps, :solution shows it after "
          + "the hints, :skip goes on; :play tries things on a copy, which nothing judges.",
        "A number is right when it agrees to the digits typed, at least three.",
      ],
      "a = 40\nexpect a ~= 40"
    ),
    topic(
      "vary",
      "a cell of a lesson whose numbers have sliders on the page",
      ["In the terminal it is a cell like any other: change a number and run it again."],
      experiment + "\nset alpha=0.3"
    ),
    topic(
      "gradient",
      "the slope of the loss: dx for the parameter x, found by symbolic differentiation",
      [
        "Inside a rule it is g. check gradient compares it with finite differences; explain shows it as "
          + "a formula."
      ],
      experiment + "\ndx\ncheck gradient"
    ),
    topic(
      "e",
      "there is no constant e: exp(1) is that number, exp(x) its power",
      ["2e3 is two thousand: an e between digits is an exponent of ten."],
      "exp(1)"
    ),
    topic(
      "comments",
      "what stands behind # on a line is for readers",
      ["; separates statements on one line; an open bracket goes on in the next line."],
      "1 + 2  # three"
    ),
    topic(
      "series",
      "numbers in a row: [1, 2, 3], range(1, 5), the column of a data set",
      [
        "Arithmetic, functions and comparisons work element by element; s[1] is the first element.",
        "sum(s > 2) counts, for a comparison gives 1 where it holds and else 0.",
      ],
      "s = [1, 2, 3]\n2 * s\nsum(s > 1)"
    ),
    topic(
      "names",
      "a name is letters, digits and _, and gets its value by =",
      ["Greek letters and their names are the same: α is alpha. vars lists what has a value."],
      "α = 0.1\nalpha"
    ),
    topic(
      "lessons",
      "the course: :1 opens its first lesson, :toc shows the contents",
      ["descent lessons lists them outside of the shell; descent learn NAME opens one."],
      "help"
    ),
  ]

  private static func topic(
    _ name: String,
    _ summary: String,
    _ details: [String],
    _ example: String
  ) -> HelpEntry {
    HelpEntry(
      kind: .topic,
      name: name,
      usage: name,
      summary: summary,
      details: details,
      example: example
    )
  }

  /// Other words for what help knows.
  private static let others: [(words: [String], name: String)] = [
    (["quit", "exit", "bye", "leave", "logout", "close", "stop", "end"], "leaving"),
    (["save", "export", "keep", "load", "write"], "saving"),
    (["undo", "redo", "history of time", "rewind"], "undoing"),
    (["schedules", "scheduler", "decay", "learning rate decay", "annealing"], "schedule"),
    (["exercises", "blank", "answer", "answers", "solution", "hint", "quiz"], "exercise"),
    (["slider", "sliders"], "vary"),
    (["gradients", "derivatives", "dx", "backpropagation", "backprop"], "gradient"),
    (["euler", "exponential"], "e"),
    (["comment", "#", "newline"], "comments"),
    (["vector", "array", "list", "element", "vectors", "arrays", "lists"], "series"),
    (["name", "variable", "variables", "assign", "assignment", "greek"], "names"),
    (["lesson", "course", "learn"], "lessons"),
    (["lr", "learning rate", "learning_rate", "step size", "stepsize", "rate"], "alpha"),
    (["gradient descent", "sgd", "stochastic gradient descent"], "gd"),
    (["rms prop", "root mean square"], "rmsprop"),
    (["weighted average", "moving average", "exponentially weighted average"], "ewa"),
    (["logarithm", "ln"], "log"), (["square root", "root"], "sqrt"),
    (["natural exponential"], "exp"), (["network", "neural network", "mlp", "nn"], "train"),
    (["optimizer", "optimisers", "optimiser"], "optimizers"),
    (["problem"], "problems"), (["dataset", "data set", "datasets"], "data"),
    (["chart", "graph", "picture", "draw"], "plot"),
  ]

  /// The name that help knows a word by.
  static func name(_ words: String) -> String {
    others.first { $0.words.contains(words) }?.name ?? words
  }
}
