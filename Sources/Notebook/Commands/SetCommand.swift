import Formulas
import Optimizers

enum SetCommand {
  static let command = Command(
    "set",
    usage: "set SETTING=VALUE, ...",
    summary: "go on with another setting; back undoes it",
    details: ["Before the first step it is as if the optimizer had been chosen so."],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with gd(alpha=0.05)
      step 10
      set alpha=0.01
      step
      """,
    forms: Form(operands: [.assignment], isList: true)
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    guard var choice = experiment.choice else { throw .noOptimizer }
    let remembered = choice.program.sheet.slots
    repeat {
      let (name, range) = try context.reader.name("a setting such as alpha=0.01")
      try context.reader.expect(.assign, after: "after '\(name)'")
      let value = try context.expression(aboveAnd: true)
      choice = try choice.changing(name, to: value, at: range, context.session)
    } while context.reader.take(.comma)
    try context.end()
    if choice.program.sheet.slots != remembered { throw .changesMemory(at: nil) }
    try context.session.experiment?.change(to: choice)
    return nil
  }
}

extension OptimizerChoice {
  /// The same optimizer with one setting changed, to a number or a formula of `t` and `epoch`.
  func changing(
    _ name: String,
    to value: Expression,
    at range: SourceRange,
    _ session: Session
  ) throws(Diagnostic) -> OptimizerChoice {
    let formula = try OptimizerReader.capture(value, session)
    guard let settings else {
      guard schedules.contains(where: { $0.name == name }) else {
        throw .unknownSetting(name, of: self.name, schedules.map { $0.name }, at: range)
      }
      var result = self
      try result.setSchedule(name, formula)
      return result
    }
    return try changing(settings, name, formula, at: range)
  }

  private func changing(
    _ settings: RuleSettings,
    _ name: String,
    _ formula: Expression,
    at range: SourceRange
  ) throws(Diagnostic) -> OptimizerChoice {
    var first = try OptimizerReader.value(of: formula, t: 1)
    if formula.constantValue == nil, case .number = first,
      let setting = settings.rule.settings.first(where: { $0.isNamed(name) })
    {
      first = try OptimizerReader.possible(formula, setting)
    }
    let number: Double =
      switch first {
      case .number(let number): number
      case .boolean(let truth): truth ? 1 : 0
      default: throw Diagnostic("\(name) must be a number", at: range)
      }
    let changed: RuleSettings
    do throws(HyperparameterError) {
      changed = try settings.setting(name, to: number)
    } catch {
      throw .setting(error, known: error.alternatives, at: range)
    }
    let canonical = settings.rule.settings.first { $0.isNamed(name) }?.name ?? name
    var result = try OptimizerReader.make(changed)
    result.label = label
    for schedule in schedules where !schedule.isConstant && schedule.name != canonical {
      try result.setSchedule(schedule.name, schedule.formula)
    }
    if formula.constantValue == nil, case .number = first {
      try result.setSchedule(canonical, formula)
    }
    return result
  }
}
