import Arithmetic
import Formulas

enum CompareCommand {
  static let runLength = Clause(.for, [.updates], "how many updates each run makes")

  static let command = Command(
    "compare",
    usage: "compare [NAME =] OPTIMIZER, ... for N [epochs] [seeds N]",
    summary: "several optimizers from the same start, side by side",
    details: [
      "Your own experiment stays as it was. plot loss and plot path straight after it lay the runs "
        + "over each other.",
      "seeds N makes every run N times, each with noise, mini-batches and first weights drawn anew, or "
        + "from a start that is moved a little where nothing is random; then the medians count, and "
        + "plot loss draws them in the band between their quartiles. The least is marked with a *.",
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2)
      compare gd(0.05), momentum(0.05), rmsprop(0.1), adam(0.1) for 100
      plot loss log
      """,
    forms: Form(operands: [.run], isList: true, clauses: [runLength, TuneCommand.seeds])
  ) { context throws(Diagnostic) in
    let problem = try context.experiment().problem
    var runs: [Comparison.Run] = []
    repeat {
      runs.append(try run(problem, named: runs.map { $0.label }, &context))
    } while context.reader.take(.comma)
    let count = try context.runLength()
    let seeds = context.take(.seeds) ? try context.seedCount() : nil
    try context.end()
    if let seeds {
      let first = context.session.seed
      return .seeds(
        SeedsWork(
          runs,
          on: (0..<seeds).map { problem.seeded(first &+ UInt64($0)) },
          updates: count,
          seedWords: problem.wordsOnSeeds(first, seeds)
        )
      )
    }
    return .runs(RunsWork(runs, updates: count, report: .comparison))
  }

  /// `adam(0.1)`, or with a name of one's own: `fast = adam(0.1)`.
  private static func run(
    _ problem: Problem,
    named taken: [String],
    _ context: inout CommandContext
  ) throws(Diagnostic) -> Comparison.Run {
    var label: String?
    let range = context.reader.range
    if context.reader.peek()?.isSign(.assign) == true {
      label = try context.reader.name("a name for the run").0
      context.reader.advance()
    }
    let choice = try OptimizerReader.read(&context)
    if let label, taken.contains(label) { throw .nameTaken(label, at: range) }
    return .init(
      label: label ?? choice.label,
      setting: label == nil ? nil : choice.label,
      experiment: try Experiment(problem, choice)
    )
  }
}

enum SweepCommand {
  /// More runs than this are too many to look at.
  private static let mostRuns = 2_500
  /// More numbers than this are too many to keep.
  private static let mostNumbers = 16_000_000

  static let command = Command(
    "sweep",
    usage: "sweep SETTING over SERIES [, SETTING over SERIES] for N [epochs]",
    summary: "try each value of a setting, or of two",
    details: [
      "Every run begins at the problem's start with the optimizer in use. Two settings draw a heat "
        + "map of the loss they end with."
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      sweep alpha over logspace(-3, 0, 4) for 100
      """,
    forms: Form(
      operands: [.setting, .word(.over), .series],
      isList: true,
      clauses: [CompareCommand.runLength]
    )
  ) { context throws(Diagnostic) in
    try context.checkOptimizer()
    let experiment = try context.experiment()
    var axes: [RunsWork.Axis] = []
    repeat { axes.append(try axis(&context)) } while axes.count < 2 && context.reader.take(.comma)
    let count = try context.runLength()
    try context.end()
    guard let choice = experiment.choices.first?.choice else { throw .noOptimizer }
    return .runs(
      RunsWork(
        try runs(axes, experiment.problem, choice, context.session),
        updates: count,
        report: .sweep(axes)
      )
    )
  }

  private static func axis(_ context: inout CommandContext) throws(Diagnostic) -> RunsWork.Axis {
    let (name, range) = try context.reader.name("a setting such as alpha")
    try context.expect(.over, "a series")
    let expression = try context.expression(aboveAnd: true)
    var evaluator = context.session.evaluator(at: context.session.experiment?.now)
    let values = try evaluator.elements(of: expression)
    guard !values.isEmpty else { throw Diagnostic("the series is empty", at: range) }
    return RunsWork.Axis(name: name, values: values, range: range)
  }

  private static func runs(
    _ axes: [RunsWork.Axis],
    _ problem: Problem,
    _ choice: OptimizerChoice,
    _ session: Session
  ) throws(Diagnostic) -> [Comparison.Run] {
    let total = axes.reduce(1) { $0 * $1.values.count }
    let width = choice.program.stateCount(problem.parameters.count)
    let most = min(mostRuns, mostNumbers / width)
    guard total <= most else {
      throw Diagnostic("\(total) runs are too many", hint: "take at most \(most)")
    }
    var choices = [("", choice)]
    for axis in axes.reversed() {
      var next: [(String, OptimizerChoice)] = []
      for (_, base) in choices {
        for value in axis.values {
          next.append(
            ("", try base.changing(axis.name, to: .constant(value), at: axis.range, session))
          )
        }
      }
      choices = next
    }
    var runs: [Comparison.Run] = []
    for (_, choice) in choices {
      runs.append(.init(label: choice.label, experiment: try Experiment(problem, choice)))
    }
    return runs
  }
}

extension CommandContext {
  /// `for N`.
  fileprivate mutating func runLength() throws(Diagnostic) -> Int {
    try expect(.for, "a number of updates")
    return try updates("updates")
  }
}
