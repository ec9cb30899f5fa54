import Formulas

enum ExpectCommand {
  private static let say = Clause(.say, [.text], "what is said when it does not hold")

  static let command = Command(
    "expect",
    .expectation,
    usage: "expect CONDITION | same OPTIMIZER, OPTIMIZER [on PROBLEM, ...] for N [say \"TEXT\"]",
    summary: "silent when the condition holds, an error when it does not",
    details: [
      "when CONDITION say \"TEXT\" lines after it are asked only if it failed; the first that fits "
        + "says what went wrong.",
      "expect same mine(alpha=0.1), adam(alpha=0.1) on bowl, beale for 50 compares two rules update by "
        + "update, each with its settings as written: every parameter within 1e-12 of the larger of 1 "
        + "and the value. Where they part it says where, and which known mistake makes these updates; "
        + "diff says it without failing.",
    ],
    example: "a = 40\nexpect a ~= 40\nexpect same gd(0.1), momentum(0.1, beta=0) on bowl for 50",
    forms: Form(
      .same,
      operands: [.optimizer],
      isList: true,
      clauses: [DiffCommand.on, CompareCommand.runLength, say],
      summary: "two rules, update by update"
    ),
    Form(operands: [.condition], clauses: [say])
  ) { context throws(Diagnostic) in
    let statement = try context.checkStatement()
    if let pair = statement.pair {
      let purpose = PartingWork.Purpose.expectation(say: statement.say, statement.range)
      return .parting(try context.parting(pair, purpose: purpose))
    }
    if try !context.truth(statement.condition) { throw context.unmet(statement) }
    return nil
  }
}

enum WhenCommand {
  static let command = Command(
    "when",
    .reaction,
    usage: "when CONDITION say \"TEXT\"",
    summary: "after a failed expect: what a wrong answer comes from",
    example: "a = 40\nexpect a ~= 40\nwhen a ~= 4 say \"divide by 1 - beta^t\"",
    forms: Form(
      operands: [.condition],
      clauses: [Clause(.say, [.text], "what is said when it holds")]
    )
  ) { context throws(Diagnostic) in
    let statement = try context.checkStatement()
    guard context.expectationFailed else { return nil }
    // A wrong answer may be of a kind that the condition cannot compare: then it does not fit.
    if (try? context.truth(statement.condition)) == true { context.reaction = statement.say }
    context.countedDigits = false
    return nil
  }
}

extension CommandContext {
  /// Whether a condition holds, numbers that a learner typed being judged to the digits given.
  fileprivate mutating func truth(_ condition: Expression) throws(Diagnostic) -> Bool {
    var evaluator = session.evaluator(at: session.experiment?.now)
    evaluator.typed = judging ?? []
    let holds = try evaluator.truth(of: condition)
    countedDigits = holds && evaluator.countedDigits
    return holds
  }

  /// The words for an expectation that does not hold: the author's; else the condition, which a
  /// learner is not shown, for it tells the answer; with the value that was found.
  fileprivate func unmet(_ statement: CheckStatement) -> Diagnostic {
    var message = judging == nil ? "this does not hold: \(statement.text)" : "that is not it"
    if case .binary(let op, let left, _, _) = statement.condition, op.isComparison, !left.isWritten,
      let found = try? session.value(left).0
    {
      let text = found.text(precision: session.precision, width: 60)
      message += " (\(left.text) is \(text))"
    }
    return Diagnostic(statement.say ?? message, at: statement.range, kind: .expectation)
  }
}

extension Expression {
  /// Whether the value is written out, so that nothing new is said by repeating it.
  fileprivate var isWritten: Bool {
    switch self {
    case .name, .call: false
    default: children.allSatisfy { $0.isWritten }
    }
  }
}
