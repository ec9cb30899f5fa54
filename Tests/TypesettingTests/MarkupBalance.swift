/// A small reader of the markup we write: tags balanced, attributes quoted, text escaped.
enum MarkupBalance {
  static func problem(in markup: String) -> String? {
    var open: [Substring] = []
    var rest = Substring(markup)
    while let start = rest.firstIndex(of: "<") {
      if let problem = textProblem(rest[..<start]) { return problem }
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag is not closed" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard let last = open.popLast() else { return "</\(tag)> closes nothing" }
        if last != tag.dropFirst() { return "<\(tag)> closes <\(last)>" }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      let words = (isEmpty ? tag.dropLast() : tag).split(separator: " ", maxSplits: 1)
      guard let name = words.first, names.contains(String(name)) else {
        return "<\(tag)> is unknown"
      }
      if words.count == 2, let problem = attributeProblem(words[1]) { return problem }
      if !isEmpty { open.append(name) }
    }
    if let problem = textProblem(rest) { return problem }
    return open.isEmpty ? nil : "<\(open[0])> is not closed"
  }

  /// MathML Core's elements, as far as formulas need them.
  private static let names = [
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mover",
    "munder", "munderover", "msub", "msup", "msubsup", "mtable", "mtr", "mtd",
  ]

  private static func textProblem(_ text: Substring) -> String? {
    if text.contains(">") || text.contains("\"") || text.contains("'") {
      return "unescaped: \(text)"
    }
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"]
      if !entities.contains(where: { piece.hasPrefix($0) }) { return "bare ampersand: \(text)" }
    }
    return nil
  }

  private static func attributeProblem(_ attributes: Substring) -> String? {
    var rest = attributes
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else { return "no value: \(attributes)" }
      if rest[..<equals] == "style" { return "a style attribute" }
      rest = rest[rest.index(after: equals)...]
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        return "no quotes: \(attributes)"
      }
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    return nil
  }
}
