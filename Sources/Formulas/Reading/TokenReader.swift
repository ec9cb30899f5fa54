/// Reads the tokens of one statement; the statement parser and the expression parser share it.
package struct TokenReader {
  package let tokens: [Token]
  package var index = 0
  /// Where the statement ends, for "something must follow".
  package let end: SourceRange

  package init(_ tokens: [Token]) {
    self.tokens = tokens
    let last = tokens.last?.range.end ?? 0
    end = SourceRange(last, last)
  }

  package var current: Token? { index < tokens.count ? tokens[index] : nil }
  package var isAtEnd: Bool { index >= tokens.count }
  package var range: SourceRange { current?.range ?? end }

  package func peek(_ ahead: Int = 1) -> Token? {
    index + ahead < tokens.count ? tokens[index + ahead] : nil
  }

  package mutating func advance() { index += 1 }

  /// Takes the sign if it is next.
  package mutating func take(_ sign: Token.Sign) -> Bool {
    guard let current, current.isSign(sign) else { return false }
    index += 1
    return true
  }

  /// Takes the word if it is next.
  package mutating func take(word: String) -> Bool {
    guard current?.name == word else { return false }
    index += 1
    return true
  }

  package mutating func expect(_ sign: Token.Sign, after what: String) throws(Diagnostic) {
    if !take(sign) { throw .expected("'\(sign.rawValue)' \(what)", at: range) }
  }

  /// Takes a name and where it stands.
  package mutating func name(_ what: String) throws(Diagnostic) -> (String, SourceRange) {
    guard let token = current, let name = token.name else { throw .expected(what, at: range) }
    index += 1
    return (name, token.range)
  }

  /// Skips line ends and semicolons (inside braces).
  package mutating func skipSeparators() {
    while let current, current.isSign(.newline) || current.isSign(.semicolon) { index += 1 }
  }
}
