import Formulas
package import Typesetting

extension Session {
  /// The text with its words told apart, same visible text; what cannot be read stays plain.
  package static func highlighted(_ text: String) -> StyledText {
    var painter = Painter(text)
    for tokens in Lexer.drafts(of: text) {
      var isKeyword = [Bool](repeating: false, count: tokens.count)
      for index in Outline(tokens).keywords { isKeyword[index] = true }
      for (index, token) in tokens.enumerated() {
        painter.paint(token, isKeyword: isKeyword[index])
      }
    }
    return painter.finished()
  }

  /// The same for a page: each word in an element whose class says what it is.
  package static func highlightedHTML(_ text: String) -> String {
    var html = ""
    for span in highlighted(text).spans {
      let kind: String? =
        switch span.style {
        case .keyword: "k"
        case .number: "n"
        case .good: "s"
        case .faint: "c"
        case .changed: "blank"
        default: nil
        }
      let escaped = Markup.escape(span.text)
      html += kind.map { "<span class=\"\($0)\">\(escaped)</span>" } ?? escaped
    }
    return html
  }

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

/// Puts a style on each token of a text, and on the comments between them.
private struct Painter {
  private let bytes: [UInt8]
  private var reached = 0
  private var result = StyledText()

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func paint(_ token: Token, isKeyword: Bool) {
    // `x²` makes two tokens of one place.
    if token.range.start < reached { return }
    passOver(to: token.range.start)
    append(token.range.end, isKeyword ? .keyword : Self.style(token))
  }

  mutating func finished() -> StyledText {
    passOver(to: bytes.count)
    return result
  }

  private static func style(_ token: Token) -> TextStyle {
    switch token.kind {
    case .number: .number
    case .text: .good
    case .sign: .plain
    case .name(let name): name.utf8.allSatisfy { $0 == 0x5F } ? .changed : .name
    }
  }

  /// Between two tokens stand blanks, line ends, comments, and what cannot be read.
  private mutating func passOver(to end: Int) {
    while reached < end {
      let isComment = bytes[reached] == 0x23
      let mark: UInt8 = isComment ? 0x0A : 0x23
      append(bytes[reached..<end].firstIndex(of: mark) ?? end, isComment ? .faint : .plain)
    }
  }

  private mutating func append(_ end: Int, _ style: TextStyle) {
    result.append(String(decoding: bytes[reached..<end], as: UTF8.self), style)
    reached = end
  }
}
