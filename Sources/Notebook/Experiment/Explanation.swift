import Arithmetic
import Formulas
import Networks
import Typesetting

/// One update taken apart.
struct Explanation {
  let experiment: Experiment
  let choice: OptimizerChoice
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
    // Only totals need to know what the others are.
    let sheet = choice.program.sheet
    let all = sheet.equations.contains { $0.total != nil } ? Array(gradient.indices) : [parameter]
    var values = all.map { startValues($0, gradient[$0]) }
    let place = all.count > 1 ? parameter : 0
    for equation in sheet.equations {
      if let total = equation.total {
        lines.append(try line(equation, total, &values, parameter))
        continue
      }
      let line = try line(equation, values[place], parameter)
      lines.append(line)
      for index in values.indices where index != place {
        let value = try evaluated(equation.value, values[index]).value
        values[index][equation.target] = .number(value)
      }
      values[place][equation.target] = .number(line.value)
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
    let (value, complaint) = try evaluated(equation.value, values)
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

  func evaluated(
    _ formula: Expression,
    _ values: NamedValues
  ) throws(Diagnostic) -> (value: Double, complaint: String?) {
    var evaluator = Evaluator(lookup: { values[$0] })
    let value: Double =
      switch try evaluator.value(of: formula) {
      case .number(let number): number
      case .boolean(let truth): truth ? 1 : 0
      default: .nan
      }
    return (value, evaluator.note)
  }

  /// The formula in the language with numbers in place of names.
  func substituted(_ formula: Expression, _ values: NamedValues) -> String {
    formula.substituting { name in
      guard case .number(let value)? = values[name] else { return nil }
      return .constant(rounded(value))
    }.text
  }

  /// So many digits are enough to follow; the value beside them is exact.
  func rounded(_ value: Double) -> Double {
    NumberReader.double(Array(NumberText.shown(value, digits).utf8)) ?? value
  }

  /// Brackets around what is negative are the formula's to set.
  func number(_ value: Value?) -> MathNode? {
    guard case .number(let number)? = value else { return nil }
    return .signedNumber(NumberText.shown(number, digits))
  }
}
