/// A text file as lines with the ends they have, so that a change of some leaves the others as
/// they are, byte for byte.
struct FileLines: Equatable {
  private var lines: [(text: [UInt8], end: [UInt8])]

  init(_ bytes: [UInt8]) {
    lines = []
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        lines.append((text, [byte, bytes[index]]))
        text = []
        index += 1
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append((text, [byte]))
        text = []
      } else {
        text.append(byte)
      }
    }
    if !text.isEmpty { lines.append((text, [])) }
  }

  static func == (a: FileLines, b: FileLines) -> Bool { a.bytes == b.bytes }

  var bytes: [UInt8] { lines.flatMap { $0.text + $0.end } }

  var texts: [String] { lines.map { String(decoding: $0.text, as: UTF8.self) } }

  /// A line, counted from 1.
  func text(_ number: Int) -> String {
    guard lines.indices.contains(number - 1) else { return "" }
    return String(decoding: lines[number - 1].text, as: UTF8.self)
  }

  private var usualEnd: [UInt8] {
    guard let first = lines.first, !first.end.isEmpty else { return [UInt8(ascii: "\n")] }
    return first.end
  }

  /// Ranges of lines, counted from 1 and in order, with what takes their place; new lines end as
  /// the one before them does.
  func replacing(_ edits: [(lines: Range<Int>, replacement: [String])]) -> FileLines {
    var result = self
    result.lines = []
    var next = 0
    for edit in edits {
      let start = edit.lines.lowerBound - 1
      let end = edit.lines.upperBound - 1
      guard start >= next, end <= lines.count else { continue }
      result.lines += lines[next..<start]
      let model = start > 0 ? lines[start - 1].end : []
      let ending = model.isEmpty ? usualEnd : model
      if let last = result.lines.indices.last, result.lines[last].end.isEmpty {
        result.lines[last].end = ending
      }
      result.lines += edit.replacement.map { (Array($0.utf8), ending) }
      next = end
    }
    result.lines += lines[next...]
    return result
  }
}
