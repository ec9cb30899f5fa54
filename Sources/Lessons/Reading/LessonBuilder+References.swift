/// What Markdown leaves as plain text, or drops, because a name is unknown, taken or never used.
extension LessonBuilder {
  /// `[text][name]` and `[^name]` that nothing defines; they reach us as text.
  mutating func checkReferences(_ nodes: [MarkdownNode]) {
    var text = ""
    for node in nodes {
      if case .text(let words) = node.content { text += words } else { text += " " }
    }
    guard text.utf8.contains(UInt8(ascii: "[")) else { return }
    for mark in ["[^", "]["] {
      for place in text.ranges(of: mark) {
        let label = text[place.upperBound...].prefix { $0 != "]" && $0 != "[" }
        guard label.endIndex < text.endIndex, text[label.endIndex] == "]" else { continue }
        let written = mark + label + "]"
        // Brackets with a backslash are meant as text, and are no longer told apart here.
        guard let position = position(of: written, nodes) else { continue }
        if mark == "[^" {
          fault(
            fileLine: position.line,
            column: position.column,
            "no footnote '[^\(label)]' is defined",
            "write it on a line of its own: [^\(label)]: text"
          )
        } else {
          // `[name][]` is short for `[name][name]`.
          let name =
            label.isEmpty ? text[..<place.lowerBound].split(separator: "[").last ?? "" : label
          fault(
            fileLine: position.line,
            column: position.column + 1,
            "no link '[\(name)]' is defined",
            "write on a line of its own [name]: address; brackets that are no link are written \\[ \\]"
          )
        }
      }
    }
  }

  /// Where the text stands in the lines of these nodes.
  private func position(of text: String, _ nodes: [MarkdownNode]) -> SourcePosition? {
    let lines = nodes.map { line($0) }
    guard let first = lines.min(), let last = lines.max() else { return nil }
    for number in first...last {
      let line = String(decoding: source.line(number), as: UTF8.self)
      if let place = line.firstRange(of: text) {
        let column = line.distance(from: line.startIndex, to: place.lowerBound) + 1
        return SourcePosition(line: number, column: column)
      }
    }
    return nil
  }

  /// Footnotes that are defined twice, or never referred to: their text would be lost.
  mutating func checkFootnotes(_ document: MarkdownNode) {
    var kept: Set<Int> = []
    var code: Set<Int> = []
    Self.collect(document, &kept, &code)
    var seen: [String: Int] = [:]
    for number in 1...source.lineCount where number > source.frontMatterLines {
      let bodyLine = number - source.frontMatterLines
      if code.contains(bodyLine) { continue }
      guard let label = Self.footnoteLabel(source.line(number)) else { continue }
      if let first = seen[label] {
        fault(
          fileLine: number,
          "the footnote '[^\(label)]' is already defined in line \(first)",
          "give it another name"
        )
      } else if !kept.contains(bodyLine) {
        fault(
          fileLine: number,
          "nothing refers to the footnote '[^\(label)]'",
          "write [^\(label)] where it belongs"
        )
      }
      if seen[label] == nil { seen[label] = number }
    }
  }

  mutating func checkCells(ofFootnote blocks: [Block]) {
    for cell in blocks.cells {
      fault(
        fileLine: cell.lines.lowerBound,
        "a cell cannot stand in a footnote",
        "put it in the text"
      )
    }
  }

  /// The lines where the footnotes begin that Markdown kept, and those of code and HTML.
  private static func collect(_ node: MarkdownNode, _ notes: inout Set<Int>, _ code: inout Set<Int>)
  {
    switch node.content {
    case .footnote: notes.insert(node.line)
    case .code, .html: code.formUnion(node.line...max(node.line, node.endLine))
    default: break
    }
    for child in node.children { collect(child, &notes, &code) }
  }

  /// `[^label]:` at the beginning of a line, in a quote too.
  private static func footnoteLabel(_ line: ArraySlice<UInt8>) -> String? {
    let rest = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard rest.starts(with: "[^".utf8) else { return nil }
    let label = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
    let after = rest[label.endIndex...]
    guard !label.isEmpty, after.starts(with: "]:".utf8),
      !label.contains(where: { $0 == 0x20 || $0 == 0x09 })
    else { return nil }
    return String(decoding: label, as: UTF8.self).lowercased()
  }
}
