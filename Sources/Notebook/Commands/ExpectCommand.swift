import Formulas

enum ExpectCommand {
  static let command = Command(
    "expect",
    usage: "expect CONDITION [say \"TEXT\"]",
    summary: "silent when the condition holds, an error when it does not",
    details: [
      "when CONDITION say \"TEXT\" lines after it are asked only if it failed; the first that fits "
        + "says what went wrong."
    ],
    example: "a = 40\nexpect a ~= 40"
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    let start = range.start
    let condition = try context.expression()
    let end = context.reader.tokens[context.reader.index - 1].range.end
    let text = context.text(start, end)
    let say = try context.say()
    try context.end("expect")
    if try !context.session.truth(condition) {
      throw context.session.unmet(condition, text, say, at: SourceRange(start, end))
    }
    return nil
  }
}

enum WhenCommand {
  static let command = Command(
    "when",
    usage: "when CONDITION say \"TEXT\"",
    summary: "after a failed expect: what a wrong answer comes from",
    example: "a = 40\nexpect a ~= 40\nwhen a ~= 4 say \"divide by 1 - beta^t\""
  ) { context throws(Diagnostic) in
    let condition = try context.expression()
    guard let say = try context.say() else {
      throw .expected("say \"...\"", at: context.reader.range)
    }
    try context.end("when")
    guard context.expectationFailed else { return nil }
    // A wrong answer may be of a kind that the condition cannot compare: then it does not fit.
    if (try? context.session.truth(condition)) == true { context.reaction = say }
    return nil
  }
}

extension CommandContext {
  fileprivate mutating func say() throws(Diagnostic) -> String? {
    guard reader.take(word: "say") else { return nil }
    guard let token = reader.current, case .text(let text) = token.kind else {
      throw .expected("text in double quotes after 'say'", at: reader.range)
    }
    // A failure without a word would help nobody.
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .nothingSaid(at: token.range) }
    reader.advance()
    return text
  }
}
