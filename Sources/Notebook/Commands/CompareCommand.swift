import Arithmetic
import Formulas

enum CompareCommand {
  static let runLength = Clause(.for, [.updates], "how many updates each run makes")

  static let command = Command(
    "compare",
    usage: "compare OPTIMIZER, OPTIMIZER, ... for N [epochs]",
    summary: "several optimizers from the same start, side by side",
    details: [
      "Your own experiment stays as it was. plot loss and plot path straight after it lay the runs "
        + "over each other."
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2)
      compare gd(0.05), momentum(0.05), rmsprop(0.1), adam(0.1) for 100
      plot loss log
      """,
    forms: Form(operands: [.optimizer], isList: true, clauses: [runLength])
  ) { context throws(Diagnostic) in
    let problem = try context.experiment().problem
    var runs: [Comparison.Run] = []
    repeat {
      let choice = try OptimizerReader.read(&context)
      runs.append(.init(label: choice.label, experiment: try Experiment(problem, choice)))
    } while context.reader.take(.comma)
    let count = try context.runLength()
    try context.end()
    return .runs(RunsWork(runs, updates: count, report: .comparison))
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
