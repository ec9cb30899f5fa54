import Formulas
import Optimizers

enum UseCommand {
  static let command = Command(
    "use",
    usage: "use OPTIMIZER(settings)",
    summary: "choose an optimizer; the problem starts anew",
    details: ["Settings go by position or by name; a setting may be a formula of t and epoch."],
    example: "minimize x^2 + 10y^2 from (-5, 2)\nuse momentum(alpha=0.05, beta=0.9)"
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    let choice = try OptimizerReader.read(&context)
    try context.end("use")
    context.session.experiment = try Experiment(experiment.problem, choice)
    context.answerStatus()
    return nil
  }
}

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
      """
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    guard var choice = experiment.choice else { throw .noOptimizer }
    let remembered = choice.program.sheet.slots
    repeat {
      let (name, range) = try context.reader.name("a setting such as alpha=0.01")
      try context.reader.expect(.assign, after: "after '\(name)'")
      let value = try context.expression(aboveAnd: true)
      choice = try changed(choice, name, value, at: range, context.session)
    } while context.reader.take(.comma)
    try context.end("set")
    if choice.program.sheet.slots != remembered { throw .changesMemory(at: nil) }
    try context.session.experiment?.change(to: choice)
    return nil
  }

  private static func changed(
    _ choice: OptimizerChoice,
    _ name: String,
    _ value: Expression,
    at range: SourceRange,
    _ session: Session
  ) throws(Diagnostic) -> OptimizerChoice {
    let formula = try OptimizerReader.capture(value, session)
    var result = choice
    if var settings = choice.settings {
      var schedules: [Schedule] = choice.schedules.filter { !$0.isConstant }
      var evaluator = Evaluator(lookup: {
        $0 == "t" ? .number(1) : $0 == "epoch" ? .number(0) : nil
      })
      let first: Double =
        switch try evaluator.value(of: formula) {
        case .number(let number): number
        case .boolean(let truth): truth ? 1 : 0
        default: throw Diagnostic("\(name) must be a number", at: range)
        }
      let canonical: String
      do throws(HyperparameterError) {
        settings = try settings.setting(name, to: first)
        canonical = settings.entry.settings.first { $0.isNamed(name) }?.name ?? name
      } catch {
        throw .setting(error, known: error.alternatives, at: range)
      }
      result = try OptimizerReader.make(settings)
      result.label = choice.label
      schedules.removeAll { $0.name == canonical }
      if formula.constantValue == nil, case .number = try evaluator.value(of: formula) {
        schedules.append(try Schedule(canonical, formula))
      }
      for schedule in schedules { try result.setSchedule(schedule.name, schedule.formula) }
      return result
    }
    guard choice.schedules.contains(where: { $0.name == name }) else {
      throw .unknownSetting(name, of: choice.name, choice.schedules.map { $0.name }, at: range)
    }
    try result.setSchedule(name, formula)
    return result
  }
}

enum BackCommand {
  static let command = Command(
    "back",
    usage: "back [N]",
    summary: "go N updates back in time, exactly",
    details: ["The same numbers to the last bit; a set made since then is undone."],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 10
      back 3
      """
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    let count = context.reader.isAtEnd ? 1 : try context.count("updates")
    try context.end("back")
    let t = try context.experiment().t
    guard count <= t else { throw .beforeStart(count, t, at: range) }
    try context.session.experiment?.rewind(to: t - count)
    context.answerStatus()
    return nil
  }
}

enum GotoCommand {
  static let command = Command(
    "goto",
    usage: "goto T",
    summary: "go to the moment after update T, back or forward",
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 10
      goto 4
      """
  ) { context throws(Diagnostic) in
    let target = try context.count("the update", atLeast: 0)
    try context.end("goto")
    let t = try context.experiment().t
    if target > t {
      try context.checkOptimizer()
      return .steps(StepWork(remaining: target - t, total: target - t))
    }
    try context.session.experiment?.rewind(to: target)
    context.answerStatus()
    return nil
  }
}

enum RestartCommand {
  static let command = Command(
    "restart",
    usage: "restart",
    summary: "go to the start: same problem, same optimizer, same settings as at first",
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 10
      restart
      """
  ) { context throws(Diagnostic) in
    try context.end("restart")
    let experiment = try context.experiment()
    context.session.experiment = try Experiment(
      experiment.problem,
      experiment.choices.first?.choice
    )
    context.answerStatus()
    return nil
  }
}
