import Arithmetic
import Formulas
import Typesetting

enum ExplainCommand {
  static let command = Command(
    "explain",
    usage: "explain [PARAMETER] [at T]",
    summary: "write out an update: each equation with its numbers and its value",
    details: [
      "Without a parameter every one of a few is explained; at T is another update than the last."
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 3
      explain x at 3
      """
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    try context.checkOptimizer()
    var wanted: [Int] = Array(experiment.problem.parameters.indices.prefix(4))
    if let token = context.reader.current, let name = token.name,
      name != "at" || context.reader.peek() == nil
    {
      context.reader.advance()
      guard let index = experiment.problem.parameters.firstIndex(of: name) else {
        throw .unknownParameter(name, experiment.problem.parameters, at: token.range)
      }
      wanted = [index]
    }
    var update = experiment.t
    let range = context.reader.range
    if context.reader.take(word: "at") { update = try context.count("the update") }
    try context.end("explain")
    guard update >= 1 else { throw .nothingToExplain(at: range) }
    guard update <= experiment.t else { throw .afterNow(update, experiment.t, at: range) }
    for index in wanted {
      context.answer(.derivation(try Explanation(experiment, update).derivation(of: index)))
    }
    return nil
  }
}

/// One update taken apart.
struct Explanation {
  private let experiment: Experiment
  private let choice: OptimizerChoice
  private let update: Int
  private let before: Moment

  init(_ experiment: Experiment, _ update: Int) throws(Diagnostic) {
    guard let choice = experiment.choice(forUpdate: update) else { throw .noOptimizer }
    self.experiment = experiment
    self.choice = choice
    self.update = update
    var before = experiment.now
    experiment.visit(from: update - 1, through: update - 1, every: 1, tracing: false) {
      before = $0
    }
    self.before = before
  }

  func derivation(of parameter: Int) throws(Diagnostic) -> Derivation {
    let problem = experiment.problem
    let name = problem.parameters[parameter]
    let gradient = problem.lossAndGradient(at: before.point, t: update - 1).gradient
    let plain = problem.objective.lossAndGradient(at: before.point).gradient[parameter]
    var lines = [gradientLine(parameter, plain)]
    if problem.noise != nil {
      lines[0].remark = "with noise \(NumberText.significant(gradient[parameter], 6))"
    }
    var values = startValues(parameter, gradient[parameter])
    for equation in choice.program.sheet.equations {
      let line = try line(equation, values, name)
      values[equation.target] = .number(line.value)
      lines.append(line)
    }
    return Derivation(
      parameter: name,
      step: update,
      optimizer: choice.label,
      lines: lines
    )
  }

  private func startValues(_ parameter: Int, _ gradient: Double) -> NamedValues {
    let count = experiment.problem.parameters.count
    var values = NamedValues()
    values["w"] = .number(before.state[parameter])
    values["g"] = .number(gradient)
    values["t"] = .number(Double(update))
    values["epoch"] = .number(0)
    for (schedule, value) in zip(
      choice.schedules,
      choice.settingValues(t: update, epoch: 0)
    ) {
      values[schedule.name] = .number(value)
    }
    for (index, slot) in choice.program.sheet.slots.enumerated() {
      let offset = choice.program.slotOffset(index, count) + (slot.isScalar ? 0 : parameter)
      values[slot.name] = .number(before.state[offset])
    }
    return values
  }

  private func gradientLine(_ parameter: Int, _ value: Double) -> Derivation.Line {
    let problem = experiment.problem
    let formula = problem.gradient[parameter]
    var values = NamedValues()
    for (index, name) in problem.parameters.enumerated() {
      values[name] = .number(before.state[index])
    }
    return Derivation.Line(
      name: "d\(problem.parameters[parameter])",
      formula: formula.text,
      substituted: Self.substituted(formula, values),
      value: value,
      symbols: formula.math(),
      numbers: formula.math { Self.number(values[$0]) }
    )
  }

  private func line(
    _ equation: RuleSheet.Equation,
    _ values: NamedValues,
    _ parameter: String
  ) throws(Diagnostic) -> Derivation.Line {
    var evaluator = Evaluator(lookup: { values[$0] })
    let value: Double =
      switch try evaluator.value(of: equation.value) {
      case .number(let number): number
      case .boolean(let truth): truth ? 1 : 0
      default: .nan
      }
    let own = equation.value.substituting { name in
      name == "w" ? .variable(parameter) : name == "g" ? .variable("d\(parameter)") : nil
    }
    let target =
      equation.target == "w"
      ? parameter : equation.target == "g" ? "d\(parameter)" : equation.target
    return Derivation.Line(
      name: target,
      formula: own.text,
      substituted: Self.substituted(equation.value, values),
      value: value,
      symbols: own.math(),
      numbers: equation.value.math { Self.number(values[$0]) }
    )
  }

  /// The formula in the language with numbers in place of names.
  private static func substituted(_ formula: Expression, _ values: NamedValues) -> String {
    formula.substituting { name in
      guard case .number(let value)? = values[name] else { return nil }
      return .constant(rounded(value))
    }.text
  }

  /// Six digits are enough to follow; the value beside them is exact.
  private static func rounded(_ value: Double) -> Double {
    NumberReader.double(Array(NumberText.significant(value, 6).utf8)) ?? value
  }

  private static func number(_ value: Value?) -> MathNode? {
    guard case .number(let number)? = value else { return nil }
    let node = MathNode.signedNumber(NumberText.significant(number, 6))
    return number < 0 ? .fenced("(", node, ")") : node
  }
}
