import Formulas

enum BackCommand {
  static let command = Command(
    "back",
    usage: "back [N [epochs]]",
    summary: "go N updates back in time, exactly",
    details: ["The same numbers to the last bit; a set made since then is undone."],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 10
      back 3
      """,
    forms: Form(operands: [.updates], isOptional: true)
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    let count = context.reader.isAtEnd ? 1 : try context.updates("updates")
    try context.end()
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
    usage: "goto T [epochs]",
    summary: "go to the moment after update T, back or forward",
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 10
      goto 4
      """,
    forms: Form(operands: [.updates])
  ) { context throws(Diagnostic) in
    let target = try context.updates("the update", atLeast: 0)
    try context.end()
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
      """,
    forms: Form()
  ) { context throws(Diagnostic) in
    try context.end()
    let experiment = try context.experiment()
    context.session.experiment = try Experiment(
      experiment.problem,
      experiment.choices.first?.choice
    )
    context.answerStatus()
    return nil
  }
}
