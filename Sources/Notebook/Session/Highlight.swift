import Formulas
package import Typesetting

extension Session {
  /// The line with its words told apart, same visible text; what cannot be read stays plain.
  package static func highlighted(_ line: String) -> StyledText {
    var lexer = Lexer(line)
    var result = StyledText()
    let bytes = Array(line.utf8)
    var reached = 0
    func piece(_ start: Int, _ end: Int) -> String {
      String(decoding: bytes[start..<end], as: UTF8.self)
    }
    while let tokens = (try? lexer.nextStatement()) ?? nil {
      for (index, token) in tokens.enumerated() where token.range.start >= reached {
        result.append(piece(reached, token.range.start))
        result.append(piece(token.range.start, token.range.end), style(token, isFirst: index == 0))
        reached = token.range.end
      }
    }
    result.append(piece(reached, bytes.count))
    return result
  }

  private static func style(_ token: Token, isFirst: Bool) -> TextStyle {
    switch token.kind {
    case .number: .number
    case .text: .good
    case .sign: .plain
    case .name(let name):
      if isFirst, CommandCatalog.command(name) != nil {
        .keyword
      } else if clauseWords.contains(name) {
        .keyword
      } else {
        .name
      }
    }
  }

  private static let clauseWords: [String] = [
    "from", "with", "for", "at", "last", "every", "within", "over", "to", "and", "or", "not", "say",
  ]

  /// What may follow a command that has just been typed, for a faint hint behind the cursor.
  package static func hint(for line: String) -> String? {
    let word = line.hasSuffix(" ") ? String(line.dropLast()) : line
    guard let command = CommandCatalog.command(word), command.usage.hasPrefix(word) else {
      return nil
    }
    var rest = String(command.usage.dropFirst(word.count))
    if line.hasSuffix(" "), rest.hasPrefix(" ") { rest.removeFirst() }
    return rest.isEmpty ? nil : rest
  }
}
