import Formulas

// A command reads its words by its entry in the table.
extension CommandContext {
  /// Takes the command's name and the words that tell which of its forms is meant.
  mutating func begin(_ command: Command) {
    self.command = command
    reader.advance()
    form = command.forms.first { form in
      for (place, word) in form.lead.enumerated() where reader.peek(place)?.name != word.rawValue {
        return false
      }
      return true
    }
    reader.index += form?.lead.count ?? 0
  }

  /// Takes the word if it is next.
  mutating func take(_ word: Word) -> Bool { reader.take(word: word.rawValue) }

  /// Takes the word, which must be next.
  mutating func expect(_ word: Word, _ what: String) throws(Diagnostic) {
    if !take(word) { throw .expected("'\(word.rawValue)' and \(what)", at: reader.range) }
  }

  /// Takes the word of the next clause; nil at the end of the statement.
  mutating func clause() throws(Diagnostic) -> Word? {
    guard let token = reader.current else { return nil }
    let clauses = form?.clauses ?? []
    guard let clause = clauses.first(where: { $0.word.rawValue == token.name }) else {
      throw .clause(token, of: command?.name ?? "", clauses.map { $0.word.rawValue })
    }
    reader.advance()
    return clause.word
  }

  /// Nothing may follow.
  func end() throws(Diagnostic) {
    guard let extra = reader.current else { return }
    throw .trailing(extra, after: command?.name ?? "")
  }
}
