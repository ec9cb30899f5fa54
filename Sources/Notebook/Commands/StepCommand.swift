import Arithmetic
import Formulas
import Optimizers

enum StepCommand {
  static let command = Command(
    "step",
    usage: "step [N [epochs]]",
    summary: "make one update, or N of them, or N passes over the data",
    details: [
      "A run that leaves the range of numbers stops there, with a note on what to try. An interrupt "
        + "stops a long run between two updates; what was done stays done."
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)\nstep 10",
    forms: Form(operands: [.updates], isOptional: true)
  ) { context throws(Diagnostic) in
    let count = context.reader.isAtEnd ? 1 : try context.updates("steps")
    try context.end()
    try context.checkOptimizer()
    return .steps(StepWork(remaining: count, total: count))
  }
}

/// Updates still to be made.
struct StepWork: Sendable {
  var remaining: Int
  let total: Int
  var stop: Experiment.Stop?
  private var engine: Engine?

  init(remaining: Int, total: Int) {
    self.remaining = remaining
    self.total = total
  }

  mutating func advance(_ context: inout CommandContext, budget: Int) -> Int {
    let cost = context.session.experiment?.problem.objective.updateCost ?? 1
    let count = min(max(budget / cost, 1), remaining)
    let before = context.session.experiment?.t ?? 0
    stop = context.session.experiment?.advance(count, with: &engine, isLast: count == remaining)
    let done = (context.session.experiment?.t ?? 0) - before
    remaining = stop == nil ? remaining - done : 0
    return done * cost
  }

  func finish(_ context: inout CommandContext, stopped: Work.Stopped?) {
    context.answerStatus()
    context.noteStop(stop, stopped)
  }
}

enum UntilCommand {
  static let command = Command(
    "until",
    usage: "until CONDITION [within N [epochs]]",
    summary: "make updates until a condition holds",
    details: ["At most N updates are made, 10,000 when within is left out."],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with gd(alpha=0.05)
      until loss < 1e-3 within 500
      """,
    forms: Form(
      operands: [.condition],
      clauses: [Clause(.within, [.updates], "how many updates at most, 10,000 when left out")]
    )
  ) { context throws(Diagnostic) in
    let condition = try context.expression()
    var limit = 10_000
    if context.take(.within) { limit = try context.updates("updates") }
    try context.end()
    try context.checkOptimizer()
    _ = try context.session.truth(condition)
    return .until(UntilWork(condition: condition, remaining: limit, limit: limit))
  }
}

/// Updates until a condition holds.
struct UntilWork: Sendable {
  let condition: Expression
  var remaining: Int
  let limit: Int
  var holds = false
  var stop: Experiment.Stop?
  private var engine: Engine?

  init(condition: Expression, remaining: Int, limit: Int) {
    self.condition = condition
    self.remaining = remaining
    self.limit = limit
  }

  mutating func advance(
    _ context: inout CommandContext,
    budget: Int
  ) throws(Diagnostic) -> Int {
    let cost = context.session.experiment?.problem.objective.updateCost ?? 1
    var done = 0
    holds = try context.session.truth(condition)
    while !holds, stop == nil, remaining > 0, done * cost < budget {
      stop = context.session.experiment?.advance(1, with: &engine)
      remaining -= 1
      done += 1
      holds = try context.session.truth(condition)
    }
    return done * cost
  }

  var isDone: Bool { holds || remaining == 0 || stop != nil }

  func finish(_ context: inout CommandContext, stopped: Work.Stopped?) {
    context.answerStatus()
    context.noteStop(stop, stopped)
    if !holds, stop == nil, stopped == nil {
      context.note("\(condition.text) did not come within \(limit) updates")
    }
  }
}

extension Session {
  func truth(_ expression: Expression) throws(Diagnostic) -> Bool {
    var evaluator = evaluator(at: experiment?.now)
    return try evaluator.truth(of: expression)
  }
}

extension CommandContext {
  /// There must be an experiment with an optimizer to make updates.
  func checkOptimizer() throws(Diagnostic) {
    if try experiment().choice == nil { throw .noOptimizer }
  }

  mutating func noteStop(_ stop: Experiment.Stop?, _ stopped: Work.Stopped?) {
    switch stop {
    case .diverged(let t):
      if let experiment = session.experiment { note(Divergence(experiment, at: t).words) }
    case .setting(let name, let value, let t):
      let rule = session.experiment?.choice?.settings?.rule
      let setting = rule?.settings.first { $0.isNamed(name) }
      let range = setting?.scheduledRange.words ?? "a finite number"
      note(
        "stopped before update \(t): \(name) must be \(range), "
          + "and it would be \(NumberText.shown(value, session.precision))"
      )
    case nil:
      if let note = session.experiment?.vanishedMoment { self.note(note) }
    }
    noteStopped(stopped)
  }

  mutating func noteStopped(_ stopped: Work.Stopped?, goesOn: Bool = true) {
    switch stopped {
    case .interrupted:
      note("stopped: what was done is kept" + (goesOn ? "; go on with step" : ""))
    case .limit(let count):
      note("stopped after \(count) updates, the most one statement may make here")
    case nil: break
    }
  }
}
