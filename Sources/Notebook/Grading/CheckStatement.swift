package import Formulas

/// `expect CONDITION [say "TEXT"]` or `when CONDITION say "TEXT"`, read.
package struct CheckStatement: Sendable {
  package var condition: Expression
  /// The condition as it is written.
  package var text: String
  package var range: SourceRange
  package var say: String?
}

extension CommandContext {
  /// The words behind `expect` or `when`.
  mutating func checkStatement() throws(Diagnostic) -> CheckStatement {
    let start = reader.range.start
    let condition = try expression()
    let end = reader.tokens[reader.index - 1].range.end
    let statement = CheckStatement(
      condition: condition,
      text: text(start, end),
      range: SourceRange(start, end),
      say: try say()
    )
    if command?.role == .reaction, statement.say == nil {
      throw .expected("say \"...\"", at: reader.range)
    }
    try self.end()
    return statement
  }

  private mutating func say() throws(Diagnostic) -> String? {
    guard take(.say) else { return nil }
    guard let token = reader.current, case .text(let text) = token.kind else {
      throw .expected("text in double quotes after 'say'", at: reader.range)
    }
    // A failure without a word would help nobody.
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .nothingSaid(at: token.range) }
    reader.advance()
    return text
  }
}
