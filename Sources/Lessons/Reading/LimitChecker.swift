/// The named limits, checked line by line before the Markdown library sees the text.
///
/// It does not parse Markdown, so it may count a little more than there is; what slips past it
/// meets the child's depth limit, memory limit and deadline.
struct LimitChecker {
  let source: LessonSource
  let limits: LessonLimits

  func check() throws(LocatedError) {
    var definition: (line: Int, bytes: Int)?
    for number in 1...source.lineCount {
      let line = source.line(number)
      if line.count > limits.lineBytes {
        throw error(number, "the line is longer than \(limits.lineBytes >> 10) KiB", "break it")
      }
      let content = line.drop { $0 == space || $0 == tab || $0 == UInt8(ascii: ">") }
      if depth(line) > limits.containers {
        throw error(
          number,
          "lists and quotes nested more than \(limits.containers) deep",
          "nest less"
        )
      }
      if columns(content) > limits.tableColumns {
        throw error(number, "the table has more than \(limits.tableColumns) columns", "split it")
      }
      if content.isEmpty {
        definition = nil
      } else if isDefinition(content) {
        definition = (number, content.count)
      } else if let open = definition {
        definition = (open.line, open.bytes + content.count)
      }
      if let definition, definition.bytes > limits.definitionBytes {
        throw error(
          definition.line,
          "the link definition is longer than \(limits.definitionBytes >> 10) KiB",
          "shorten its target or title"
        )
      }
    }
  }
}

private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")

extension LimitChecker {
  private func error(_ line: Int, _ message: String, _ hint: String) -> LocatedError {
    LocatedError(
      file: source.path,
      position: SourcePosition(line: line),
      message: message,
      hint: hint
    )
  }

  /// The marks of quotes and lists at the start of a line, and two columns of indentation for one.
  private func depth(_ line: ArraySlice<UInt8>) -> Int {
    var marks = 0
    var blanks = 0
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == space {
        blanks += 1
      } else if byte == tab {
        blanks += 4
      } else if byte == UInt8(ascii: ">") {
        marks += 1
      } else {
        guard let end = listMark(line, index) else { break }
        marks += 1
        index = end
        continue
      }
      index += 1
    }
    return marks + max(blanks - marks, 0) / 2
  }

  /// Where a bullet or a number with its point ends; a blank must follow.
  private func listMark(_ line: ArraySlice<UInt8>, _ start: Int) -> Int? {
    var index = start
    if line[index] == UInt8(ascii: "-") || line[index] == UInt8(ascii: "*")
      || line[index] == UInt8(ascii: "+")
    {
      index += 1
    } else {
      while index < line.endIndex && isDigit(line[index]) { index += 1 }
      if index == start || index == line.endIndex { return nil }
      if line[index] != UInt8(ascii: ".") && line[index] != UInt8(ascii: ")") { return nil }
      index += 1
    }
    if index < line.endIndex && line[index] != space && line[index] != tab { return nil }
    return index
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// The columns of a table's second line, `|---|:-:|`; 0 for any other.
  private func columns(_ line: ArraySlice<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    if first != UInt8(ascii: "|") && first != UInt8(ascii: "-") && first != UInt8(ascii: ":") {
      return 0
    }
    var bars = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), space, tab: continue
      default: return 0
      }
    }
    return max(bars - (first == UInt8(ascii: "|") ? 1 : 0), bars > 0 ? 1 : 0)
  }

  /// `[label]:` begins a definition; `[^label]:` is a footnote and may be long.
  private func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "["), line.dropFirst().first != UInt8(ascii: "^") else {
      return false
    }
    var last: UInt8 = 0
    for byte in line {
      if last == UInt8(ascii: "]") && byte == UInt8(ascii: ":") { return true }
      last = byte
    }
    return false
  }
}
