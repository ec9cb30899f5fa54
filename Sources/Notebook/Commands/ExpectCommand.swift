import Formulas

enum ExpectCommand {
  static let command = Command(
    "expect",
    .expectation,
    usage: "expect CONDITION [say \"TEXT\"]",
    summary: "silent when the condition holds, an error when it does not",
    details: [
      "when CONDITION say \"TEXT\" lines after it are asked only if it failed; the first that fits "
        + "says what went wrong."
    ],
    example: "a = 40\nexpect a ~= 40",
    forms: Form(
      operands: [.condition],
      clauses: [Clause(.say, [.text], "what is said when it does not hold")]
    )
  ) { context throws(Diagnostic) in
    let statement = try context.checkStatement()
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
