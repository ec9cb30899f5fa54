import Formulas

enum DiffCommand {
  static let on = Clause(
    .on,
    [.namedProblem],
    isList: true,
    "built-in problems; the experiment's when left out"
  )

  static let command = Command(
    "diff",
    .question,
    usage: "diff OPTIMIZER, OPTIMIZER [on PROBLEM, ...] for N",
    summary: "two rules update by update: where they part, and by which mistake",
    details: [
      "Equal means within 1e-12 of the larger of 1 and the value, in every parameter after every "
        + "update. Where they part the lines of both rules are shown for that update; and if the "
        + "first is the second with another setting, in another dialect, with a famous bug or with a "
        + "slip in one or two of its lines, that is said.",
      "expect same mine, adam on bowl for 50 is silent when they are the same and fails with that "
        + "sentence when they are not.",
    ],
    example: """
      rule mine(alpha=0.1, beta=0.9) { v = beta*v + g; w = w - alpha*v }
      diff mine(alpha=0.1), momentum(alpha=0.1) on bowl for 50
      """,
    forms: Form(operands: [.optimizer], isList: true, clauses: [on, CompareCommand.runLength]),
    mayBeName: true
  ) { context throws(Diagnostic) in
    let pair = try context.rulePair()
    try context.end()
    return .parting(try context.parting(pair, purpose: .look))
  }
}

/// Two rules to be held against each other, as they are written.
struct RulePair: Sendable {
  typealias Written = (name: String, arguments: [Expression.Argument], range: SourceRange)

  var found: Written
  var meant: Written
  var problems: [(name: String, range: SourceRange)]
  var updates: (count: Expression, range: SourceRange)
}

extension CommandContext {
  /// `mine(alpha=0.1), adam(alpha=0.1) on bowl, beale for 50`.
  mutating func rulePair() throws(Diagnostic) -> RulePair {
    let found = try OptimizerReader.written(&self)
    try reader.expect(.comma, after: "and a second optimizer")
    let meant = try OptimizerReader.written(&self)
    var problems: [(name: String, range: SourceRange)] = []
    var updates: (count: Expression, range: SourceRange)?
    while reader.current?.name != Word.say.rawValue, let clause = try clause() {
      switch clause {
      case .on:
        repeat {
          let (name, range) = try reader.name("a problem such as bowl")
          problems.append((name, range))
        } while reader.take(.comma)
      default:
        let range = reader.range
        updates = (try expression(aboveAnd: true), range)
      }
    }
    guard let updates else { throw .expected("'for' and a number of updates", at: reader.range) }
    return RulePair(found: found, meant: meant, problems: problems, updates: updates)
  }

  /// The work of holding them against each other.
  func parting(
    _ pair: RulePair,
    purpose: PartingWork.Purpose
  ) throws(Diagnostic) -> PartingWork {
    let value = try session.number(pair.updates.count)
    guard value == value.rounded(), value >= 1 else {
      throw .needsCount("updates", 1, value, at: pair.updates.range)
    }
    var problems: [Problem] = []
    for (name, range) in pair.problems {
      problems.append(
        try ProblemReader.problem(
          .name(name, Place(range)),
          range: range,
          start: nil,
          noise: nil,
          session
        )
      )
    }
    if problems.isEmpty { problems = [try experiment().problem] }
    let numbers = problems.reduce(0) { $0 + $1.parameters.count }
    let most = Trajectory.mostNumbers / numbers
    guard value <= Double(most) else {
      throw .tooLarge("updates", value, most: Double(most), at: pair.updates.range)
    }
    return PartingWork(
      try choice(pair.found),
      try choice(pair.meant),
      on: problems,
      updates: Int(value),
      purpose: purpose
    )
  }

  private func choice(_ written: RulePair.Written) throws(Diagnostic) -> OptimizerChoice {
    try OptimizerReader.choice(written.name, written.arguments, at: written.range, session)
  }
}
