import Arithmetic
import Formulas
import Typesetting

enum MinimizeCommand {
  static let command = Command(
    "minimize",
    usage: "minimize FORMULA from START [noise SIZE seed N] with OPTIMIZER",
    summary: "set what to make small, where to start, and the optimizer",
    details: [
      "The parameters are the names of the formula that have no value, in order of appearance, or "
        + "those named in from (x=-5, y=2). The gradient is found by differentiating the formula.",
      "A name alone is a built-in problem with its own start: see problems. noise adds random "
        + "numbers of that standard deviation to every gradient, as mini-batches do.",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)",
    forms: Form(
      operands: [.problem],
      clauses: [
        Clause(.from, [.start], "where to start"),
        Clause(.noise, [.number], "the standard deviation of noise on every gradient"),
        Clause(.seed, [.number], "of the noise"),
        Clause(.with, [.optimizer], "the optimizer"),
      ]
    )
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    let formula = try context.expression()
    var start: ProblemReader.Start?
    var size: Double?
    var seed = context.session.seed
    var choice: OptimizerChoice?
    while let place = context.reader.current?.range, let clause = try context.clause() {
      switch clause {
      case .from: start = try MinimizeCommand.start(&context)
      case .noise:
        let value = try context.number()
        guard value >= 0, value.isFinite else { throw .needsPositive("noise", at: place) }
        size = value
      case .seed: seed = UInt64(try context.count("a seed", atLeast: 0))
      default: choice = try OptimizerReader.read(&context)
      }
    }
    let noise = size.map { Problem.Noise(size: $0, seed: seed) }
    let problem = try ProblemReader.problem(
      formula,
      range: range,
      start: start,
      noise: noise,
      context.session
    )
    context.session.comparison = nil
    context.session.experiment = try Experiment(problem, choice)
    context.answerStatus()
    return nil
  }

  /// `(-5, 2)`, `(x=-5, y=2)` or one value.
  private static func start(
    _ context: inout CommandContext
  ) throws(Diagnostic) -> ProblemReader.Start {
    let first = context.reader.range
    var values: [(name: String?, value: Double)] = []
    if context.reader.take(.open) {
      var parser = ExpressionParser()
      for argument in try parser.arguments(&context.reader, closing: .close) {
        values.append((argument.label, try context.session.startValue(argument.value)))
      }
      // `from (1 + 2) * 3` is one value after all.
      if let next = context.reader.current, values.count == 1, values[0].name == nil,
        case .sign = next.kind
      {
        context.reader.index -= 1
        while context.reader.range != first { context.reader.index -= 1 }
        values = [(nil, try context.session.startValue(context.expression()))]
      }
    } else {
      values = [(nil, try context.session.startValue(context.expression()))]
    }
    let last = context.reader.tokens[context.reader.index - 1].range
    return ProblemReader.Start(values: values, range: first.joined(last))
  }
}

extension Session {
  /// A start is computed without the experiment that it replaces.
  func startValue(_ expression: Expression) throws(Diagnostic) -> Double {
    var evaluator = evaluator(at: nil)
    return try evaluator.number(of: expression)
  }
}

extension CommandContext {
  /// One line on where the experiment is: `t = 3  x = -4.7  y = 1.7  loss = 51`, of a network
  /// `t = 23  epoch = 1  loss = 1.3  accuracy = 0.77`.
  mutating func answerStatus() {
    guard let experiment = session.experiment else { return }
    let problem = experiment.problem
    let point = experiment.now.point
    var text = "t = \(experiment.t)"
    if problem.objective.training != nil {
      text += "  epoch = \(problem.objective.epoch(ofUpdate: experiment.t))"
    }
    let numbers = problem.parameters.parts.filter { $0.isNumber }
    for part in numbers.prefix(4) {
      let value = point[part.range.lowerBound]
      text += "  \(part.name) = \(NumberText.shown(value, session.precision))"
    }
    if numbers.count > 4 { text += "  (and more)" }
    for measure in problem.objective.headline {
      let value = problem.objective.value(of: measure, at: point)
      text += "  \(measure.rawValue) = \(NumberText.shown(value, session.precision))"
    }
    answer(.state(StyledText(text), ExperimentState(experiment)))
  }
}
