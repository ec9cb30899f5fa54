/// A stretch of source text, as offsets of UTF-8 bytes.
package struct SourceRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package func joined(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// Where the range lies for a reader: line and column counted from 1, columns in characters
  /// (Unicode scalars), length at least 1 and within its first line.
  package func position(in source: String) -> (line: Int, column: Int, length: Int) {
    var line = 1
    var column = 1
    var length = 0
    var offset = 0
    for scalar in source.unicodeScalars {
      let isNewline = scalar == "\n"
      if offset >= start {
        if offset >= end || isNewline { break }
        length += 1
      } else if isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
      offset += UTF8.width(scalar)
    }
    return (line, column, max(length, 1))
  }
}

/// A range that does not count when trees are compared: `x + 1` is the same wherever it stands.
package struct Place: Hashable, Sendable {
  package var range: SourceRange?

  package init(_ range: SourceRange? = nil) {
    self.range = range
  }

  package static func == (_: Place, _: Place) -> Bool { true }
  package func hash(into _: inout Hasher) {}
}

extension UTF8 {
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
