/// Reads a contents page line by line: the first `# ` and the list items that begin with a link to
/// a Markdown file of the folder.
struct ContentsPage {
  var title = ""
  var entries: [Course.Entry] = []
  var linkedFiles: Set<String> = []

  private var fence: Substring?
  /// The last item's sentence may go on in indented lines.
  private var isInEntry = false

  mutating func read(_ contents: String) {
    var number = 0
    for line in contents.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      read(line: line, number: number)
    }
  }
}

extension ContentsPage {
  private mutating func read(line: Substring, number: Int) {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if isFenced(text) { return }
    for start in text.ranges(of: "](") {
      let target = text[start.upperBound...].prefix { $0 != ")" && $0 != "#" && $0 != " " }
      if target.hasSuffix(".md") { linkedFiles.insert(String(target)) }
    }
    if text.isEmpty {
      isInEntry = false
    } else if text.hasPrefix("# "), title.isEmpty {
      title = Self.plain(text.dropFirst(2))
    } else if let item = Self.item(text) {
      isInEntry = false
      guard let link = Self.link(item) else { return }
      isInEntry = true
      entries.append(
        Course.Entry(
          file: link.file,
          title: link.title,
          summary: Self.sentence(link.rest),
          line: number
        )
      )
    } else if isInEntry, text.startIndex != line.startIndex, let last = entries.indices.last {
      let more = Self.sentence(text)
      entries[last].summary += entries[last].summary.isEmpty ? more : " " + more
    }
  }

  private mutating func isFenced(_ text: Substring) -> Bool {
    if let open = fence {
      if text.hasPrefix(open) { fence = nil }
      return true
    }
    guard text.hasPrefix("```") || text.hasPrefix("~~~") else { return false }
    fence = text.prefix(3)
    return true
  }

  /// What follows a bullet or a number.
  private static func item(_ text: Substring) -> Substring? {
    var rest = text
    if let first = rest.first, first == "-" || first == "*" || first == "+" {
      rest = rest.dropFirst()
    } else {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if digits.isEmpty || digits.count > 9 { return nil }
      rest = rest.dropFirst(digits.count)
      guard let mark = rest.first, mark == "." || mark == ")" else { return nil }
      rest = rest.dropFirst()
    }
    guard rest.first == " " || rest.first == "\t" else { return nil }
    return rest.drop { $0 == " " || $0 == "\t" }
  }

  private static func link(
    _ text: Substring
  ) -> (title: String, file: String, rest: Substring)? {
    guard text.first == "[", let middle = text.firstRange(of: "](") else { return nil }
    guard let end = text[middle.upperBound...].firstIndex(of: ")") else { return nil }
    let title = text[text.index(after: text.startIndex)..<middle.lowerBound]
    let file = text[middle.upperBound..<end]
    if !file.hasSuffix(".md") || file.contains(":") || file.hasPrefix("/") { return nil }
    return (plain(title), String(file), text[text.index(after: end)...])
  }

  /// The sentence after a link, without the mark that leads to it.
  private static func sentence(_ text: Substring) -> String {
    plain(text.drop { $0 == " " || $0 == ":" || $0 == "—" || $0 == "–" || $0 == "-" })
  }

  /// Without marks of code and emphasis, and blanks at either end.
  private static func plain(_ text: Substring) -> String {
    var plain = String(text.filter { $0 != "`" && $0 != "*" }.drop { $0 == " " })
    while plain.last == " " { plain.removeLast() }
    return plain
  }
}
