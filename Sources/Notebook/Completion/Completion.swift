import Formulas

/// A word that could stand where the cursor is.
package struct Completion: Equatable, Sendable {
  package var text: String
  package var summary: String
  /// Where the word it replaces begins, in UTF-8 bytes.
  package var start: Int
}

extension Session {
  /// What the word before the cursor could become, best first.
  package func completions(for line: String, cursor: Int) -> [Completion] {
    let before = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
    if let letters = Self.letters(before) { return letters }
    // One letter more makes a token of the word at the cursor, however little of it is there.
    guard let tokens = Lexer.drafts(of: before + "x").last, let word = tokens.last,
      let name = word.name, word.range.end == before.utf8.count + 1
    else { return [] }
    let typed = String(decoding: before.utf8.dropFirst(word.range.start), as: UTF8.self)
    let earlier = Array(tokens.dropLast())
    if typed.isEmpty, word.touchesPrevious, earlier.last?.endsOperand == true { return [] }
    let place = CompletionPlace(session: self, before: earlier, typed: typed)
    let meant = String(name.dropLast())
    var found: [Completion] = []
    for (text, summary) in place.candidates {
      // `α` goes on as `alpha` does.
      let rest = text.hasPrefix(typed) ? text.dropFirst(typed.count) : text.dropFirst(meant.count)
      guard !rest.isEmpty, text.hasPrefix(typed) || text.hasPrefix(meant) else { continue }
      let completion = Completion(text: typed + rest, summary: summary, start: word.range.start)
      if !found.contains(where: { $0.text == completion.text }) { found.append(completion) }
    }
    return found
  }

  /// `\alpha` becomes the letter; nil where no backslash stands before the word.
  private static func letters(_ before: String) -> [Completion]? {
    let bytes = Array(before.utf8)
    guard let start = bytes.lastIndex(of: 0x5C),
      bytes[(start + 1)...].allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
    else { return nil }
    let typed = String(decoding: bytes[(start + 1)...], as: UTF8.self)
    var names: [String] = []
    var found: [Completion] = []
    for (letter, name) in NameSpelling.greek where !names.contains(name) {
      guard name.hasPrefix(typed) || name == NameSpelling.canonical(typed) else { continue }
      names.append(name)
      let completion = Completion(text: String(letter), summary: "\\\(name)", start: start)
      if name == NameSpelling.canonical(typed) { return [completion] }
      found.append(completion)
    }
    return found
  }
}

extension Token {
  /// Whether an operand may end with it.
  var endsOperand: Bool {
    switch kind {
    case .number, .text, .sign(.close), .sign(.closeBracket), .sign(.closeBrace): true
    case .name(let name): !ReservedWords.operators.contains(name)
    case .sign: false
    }
  }
}
