import Arithmetic
import Formulas
import Networks
import Typesetting

enum ExplainCommand {
  static let command = Command(
    "explain",
    .question,
    usage: "explain [PARAMETER] [at T]",
    summary: "write out an update: each equation with its numbers and its value",
    details: [
      "Without a parameter every one of a few is explained; at T is another update than the last.",
      "W1[3] is one number of a network; without it, of each part the one with the largest gradient.",
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 3
      explain x at 3
      """,
    forms: Form(
      operands: [.parameter],
      isOptional: true,
      clauses: [Clause(.at, [.number], "another update than the last")]
    )
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    try context.checkOptimizer()
    var wanted: Int?
    if let token = context.reader.current,
      token.name != Word.at.rawValue || context.reader.peek() == nil
    {
      wanted = try context.component(of: experiment.problem.parameters)
    }
    var update = experiment.t
    var range = context.reader.range
    if context.take(.at) {
      range = context.reader.range
      update = try context.count("the update")
    }
    try context.end()
    guard update >= 1 else { throw .nothingToExplain(at: range) }
    guard update <= experiment.t else { throw .afterNow(update, experiment.t, at: range) }
    let explanation = try Explanation(experiment, update, digits: context.session.precision)
    for index in wanted.map({ [$0] }) ?? explanation.prominent {
      context.answer(.derivation(try explanation.derivation(of: index)))
    }
    return nil
  }
}

extension CommandContext {
  /// `x`, or `W1[3]`: which number of the parameters.
  fileprivate mutating func component(of parameters: Parameters) throws(Diagnostic) -> Int {
    let (name, range) = try reader.name("a parameter")
    guard let part = parameters.parts.first(where: { $0.name == name }) else {
      throw .unknownParameter(name, parameters.names, at: range)
    }
    if part.isNumber { return part.range.lowerBound }
    guard reader.take(.openBracket) else {
      throw .oneOfMany(name, part.range.count, at: range)
    }
    let place = reader.range
    let index = try count("the index")
    try reader.expect(.closeBracket, after: "after the index")
    guard index <= part.range.count else {
      throw .indexOutOfRange(Double(index), part.range.count, at: place)
    }
    return part.range.lowerBound + index - 1
  }
}

/// One update taken apart.
struct Explanation {
  private let experiment: Experiment
  private let choice: OptimizerChoice
  private let update: Int
  private let before: Moment
  /// Significant digits of the numbers in the equations.
  private let digits: Int

  init(_ experiment: Experiment, _ update: Int, digits: Int) throws(Diagnostic) {
    guard let choice = experiment.choice(forUpdate: update) else { throw .noOptimizer }
    self.experiment = experiment
    self.choice = choice
    self.update = update
    self.digits = digits
    var before = experiment.now
    experiment.visit(from: update - 1, through: update - 1, every: 1, tracing: false) {
      before = $0
    }
    self.before = before
  }

  /// The parameters to explain where none is asked for.
  var prominent: [Int] {
    let gradient = experiment.problem.lossAndGradient(at: before.point, t: update - 1).gradient
    return Array(experiment.problem.parameters.prominent(1, gradient).prefix(4))
  }

  func derivation(of parameter: Int) throws(Diagnostic) -> Derivation {
    Derivation(
      parameter: experiment.problem.parameters.name(of: parameter),
      step: update,
      optimizer: choice.label,
      lines: try lines(of: parameter)
    )
  }

  /// The gradient, then each equation of the rule.
  func lines(of parameter: Int) throws(Diagnostic) -> [Derivation.Line] {
    let problem = experiment.problem
    let gradient = problem.lossAndGradient(at: before.point, t: update - 1).gradient
    let plain = problem.objective.lossAndGradient(at: before.point, update: update).gradient
    var lines = [gradientLine(parameter, plain[parameter])]
    if problem.noise != nil {
      lines[0].remark = "with noise \(NumberText.shown(gradient[parameter], digits))"
    }
    var values = startValues(parameter, gradient[parameter])
    for equation in choice.program.sheet.equations {
      let line = try line(equation, values, parameter)
      values[equation.target] = .number(line.value)
      lines.append(line)
    }
    return lines
  }

  private func startValues(_ parameter: Int, _ gradient: Double) -> NamedValues {
    let count = experiment.problem.parameters.count
    var values = NamedValues()
    values["w"] = .number(before.state[parameter])
    values["g"] = .number(gradient)
    values["t"] = .number(Double(update))
    let epoch = Double(experiment.problem.objective.epoch(ofUpdate: update))
    values["epoch"] = .number(epoch)
    for (schedule, value) in zip(
      choice.schedules,
      choice.settingValues(t: update, epoch: epoch)
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
    let name = "d\(problem.parameters.name(of: parameter))"
    let left = problem.parameters.symbol(of: parameter, prefix: "d")
    if let training = problem.objective.training {
      return backPropagated(parameter, name, left, value, training)
    }
    let formula = problem.gradient[parameter]
    var values = NamedValues()
    for (index, name) in problem.parameters.names.enumerated() {
      values[name] = .number(before.state[index])
    }
    return Derivation.Line(
      name: name,
      left: left,
      formula: formula.text,
      substituted: substituted(formula, values),
      value: value,
      symbols: formula.math(),
      numbers: formula.math { number(values[$0]) }
    )
  }

  /// The gradient of a network has no formula to write out; it is the mean over the mini-batch.
  private func backPropagated(
    _ parameter: Int,
    _ name: String,
    _ left: MathNode,
    _ value: Double,
    _ training: Training<Double>
  ) -> Derivation.Line {
    let rows = training.batches.places(ofStep: update).count
    let text = "mean of the derivatives of the loss over \(rows) \(rows == 1 ? "row" : "rows")"
    let partial: MathNode = .symbol("∂", .prefix)
    let symbol = experiment.problem.parameters.symbol(of: parameter)
    let derivative = MathNode.fraction(.row([partial, .text("loss")]), .row([partial, symbol]))
    return Derivation.Line(
      name: name,
      left: left,
      formula: text,
      substituted: text,
      value: value,
      symbols: derivative,
      numbers: derivative,
      remark: "back-propagated: the mean over the \(rows) rows of this mini-batch"
    )
  }

  private func line(
    _ equation: RuleSheet.Equation,
    _ values: NamedValues,
    _ parameter: Int
  ) throws(Diagnostic) -> Derivation.Line {
    var evaluator = Evaluator(lookup: { values[$0] })
    let value: Double =
      switch try evaluator.value(of: equation.value) {
      case .number(let number): number
      case .boolean(let truth): truth ? 1 : 0
      default: .nan
      }
    let complaint = evaluator.note
    let parameters = experiment.problem.parameters
    let parameterName = parameters.name(of: parameter)
    func name(_ word: String) -> String? {
      word == "w" ? parameterName : word == "g" ? "d\(parameterName)" : nil
    }
    func symbol(_ word: String) -> MathNode? {
      if word != "w", word != "g" { return nil }
      return parameters.symbol(of: parameter, prefix: word == "g" ? "d" : "")
    }
    let own = equation.value.substituting { name($0).map { .variable($0) } }
    return Derivation.Line(
      name: name(equation.target) ?? equation.target,
      left: symbol(equation.target) ?? .named(equation.target),
      formula: own.text,
      substituted: substituted(equation.value, values),
      value: value,
      symbols: equation.value.math { symbol($0) },
      numbers: equation.value.math { number(values[$0]) },
      complaint: complaint
    )
  }

  /// The formula in the language with numbers in place of names.
  private func substituted(_ formula: Expression, _ values: NamedValues) -> String {
    formula.substituting { name in
      guard case .number(let value)? = values[name] else { return nil }
      return .constant(rounded(value))
    }.text
  }

  /// So many digits are enough to follow; the value beside them is exact.
  private func rounded(_ value: Double) -> Double {
    NumberReader.double(Array(NumberText.shown(value, digits).utf8)) ?? value
  }

  /// Brackets around what is negative are the formula's to set.
  private func number(_ value: Value?) -> MathNode? {
    guard case .number(let number)? = value else { return nil }
    return .signedNumber(NumberText.shown(number, digits))
  }
}
