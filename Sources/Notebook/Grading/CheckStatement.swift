package import Formulas

/// `expect CONDITION [say "TEXT"]` or `when CONDITION say "TEXT"`, read.
package struct CheckStatement: Sendable {
  package var condition: Expression
  /// The condition as it is written.
  package var text: String
  package var range: SourceRange
  package var say: String?
  /// The rules that are expected to be the same; the condition then only names them.
  var pair: RulePair?
}

extension CommandContext {
  /// The words behind `expect` or `when`.
  mutating func checkStatement() throws(Diagnostic) -> CheckStatement {
    // A value may be called `same` too.
    if form?.lead == [.same], reader.current?.name == nil { reader.index -= 1 }
    let start = reader.range.start
    let isSame = form?.lead == [.same] && reader.peek(-1)?.name == Word.same.rawValue
    let pair = isSame ? try rulePair() : nil
    let condition: Expression
    if let pair {
      condition = .apply("same", .variable(pair.found.name), .variable(pair.meant.name))
    } else {
      condition = try expression()
    }
    let end = reader.tokens[reader.index - 1].range.end
    let statement = CheckStatement(
      condition: condition,
      text: text(start, end),
      range: SourceRange(start, end),
      say: try say(),
      pair: pair
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
