/// A contents page with one lesson more: its item follows the last one and is marked as that is.
package struct ContentsAddition {
  private let course: Course
  private let lines: [[UInt8]]
  private let ending: [UInt8]

  /// `bytes` are the page's, whose line ends and all else are kept.
  package init(course: Course, bytes: [UInt8]) {
    self.course = course
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    ending = lines.first?.last == 0x0D ? [0x0D] : []
  }

  /// `item` is what follows the mark: `[Title](file.md): a sentence`.
  package func with(_ item: String) -> [UInt8] {
    var lines = lines
    if let last = course.entries.last, lines.indices.contains(last.line - 1) {
      let text = mark(after: last) + item
      lines.insert(Array(text.utf8) + ending, at: end(of: last))
    } else {
      let text = "1. " + item
      lines += [ending, Array(text.utf8) + ending]
    }
    return Array(lines.joined(separator: [0x0A])) + [0x0A]
  }
}

extension ContentsAddition {
  private func text(_ line: Int) -> Substring {
    guard lines.indices.contains(line - 1) else { return "" }
    return Substring(String(decoding: lines[line - 1].filter { $0 != 0x0D }, as: UTF8.self))
  }

  /// Blanks and bullet, or number, of an item; a box where the last one has one.
  private func mark(after entry: Course.Entry) -> String {
    let line = text(entry.line)
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    let rest = line[indent.endIndex...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let sign = rest[digits.endIndex...].prefix(1)
    let box = rest[sign.endIndex...].drop { $0 == " " }.hasPrefix("[ ] ") ? "[ ] " : ""
    guard let number = Int(digits) else { return indent + sign + " " + box }
    return "\(indent)\(repeats(number) ? number : number + 1)\(sign) \(box)"
  }

  /// Lists may have the same number everywhere.
  private func repeats(_ number: Int) -> Bool {
    guard course.entries.count > 1 else { return false }
    let line = text(course.entries[course.entries.count - 2].line).drop { $0 == " " }
    return Int(line.prefix { $0.isASCII && $0.isNumber }) == number
  }

  /// The index of the line behind an item: its sentence may go on below.
  private func end(of entry: Course.Entry) -> Int {
    var line = entry.line + 1
    while line <= lines.count {
      let rest = text(line).drop { $0 == " " || $0 == "\t" }
      let isOther = rest.isEmpty || "-*+#<`~>".contains(rest.first ?? " ") || isNumbered(rest)
      if isOther { break }
      line += 1
    }
    return line - 1
  }

  private func isNumbered(_ text: Substring) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let sign = text[digits.endIndex...].first
    return !digits.isEmpty && (sign == "." || sign == ")")
  }
}
