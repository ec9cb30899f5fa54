/// The pieces of an HTML block that a lesson may hold: `<details>`, its `<summary>`, comments.
enum HTMLFragment: Equatable {
  case open
  case summary(String)
  case close
  /// What stands between its marks.
  case comment(String)
  /// Anything else, as much of it as names it.
  case other(String)

  /// The pieces, each with the number of lines before it.
  static func pieces(of text: String) -> [(HTMLFragment, line: Int)] {
    var pieces: [(HTMLFragment, line: Int)] = []
    var rest = Substring(text)
    var line = 0
    func advance(_ count: Int) {
      let taken = rest.prefix(count)
      line += taken.count(where: \.isNewline)
      rest = rest.dropFirst(count)
    }
    while true {
      advance(rest.prefix { $0.isWhitespace }.count)
      guard !rest.isEmpty else { return pieces }
      let (piece, length) = first(of: rest)
      pieces.append((piece, line))
      if case .other = piece { return pieces }
      advance(length)
    }
  }

  private static func first(of text: Substring) -> (HTMLFragment, length: Int) {
    if text.hasPrefix("<!--") {
      // The shortest comment is `<!-->`; what follows the end mark is read on.
      let inner = text.dropFirst(4)
      guard let end = inner.firstRange(of: "-->") else {
        return (.comment(String(inner)), text.count)
      }
      let length = text.distance(from: text.startIndex, to: end.upperBound)
      return (.comment(String(inner[..<end.lowerBound])), length)
    }
    let name = text.prefix(10).lowercased()
    if name.hasPrefix("<details>") { return (.open, 9) }
    if name.hasPrefix("</details>") { return (.close, 10) }
    if name.hasPrefix("<summary>") {
      let inner = text.dropFirst(9)
      if let end = inner.firstRange(of: "</summary>") {
        let summary = inner[..<end.lowerBound]
        if !summary.contains("<") {
          return (.summary(plain(summary)), 9 + summary.count + 10)
        }
        return (.other(String(summary.drop { $0 != "<" }.prefix(24))), 0)
      }
      return (.other("<summary>"), 0)
    }
    let end = text.firstIndex { $0 == ">" || $0.isNewline }
    let tag = end.map { text[...$0] } ?? text
    return (.other(String(tag.prefix(40)).filter { !$0.isNewline }), 0)
  }

  /// A summary's text: blanks joined, the five entities that HTML needs decoded.
  private static func plain(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
