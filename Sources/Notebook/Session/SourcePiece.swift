import Formulas

/// Source that is being run, the whole or the next piece of a longer one, and its lines.
///
/// Places count from the beginning of the whole. What has to be found again and again in a long text is
/// found from where it was found last.
struct SourcePiece: Sendable {
  let text: String
  /// The bytes before it, and the line it begins in.
  private let start: (offset: Int, line: Int)
  private var counted: (offset: Int, line: Int)

  init(_ text: String, from start: (offset: Int, line: Int) = (0, 1)) {
    self.text = text
    self.start = start
    counted = start
  }

  var lexer: Lexer { Lexer(text, from: start.offset) }

  private var end: Int { start.offset + text.utf8.count }

  /// What goes on behind it.
  mutating func next(_ text: String) -> SourcePiece {
    SourcePiece(text, from: (end, lineNumber(end)))
  }

  mutating func lineNumber(_ offset: Int) -> Int {
    if offset < counted.offset { counted = start }
    let end = min(offset, end)
    for byte in text.utf8[index(counted.offset)..<index(end)] where byte == 0x0A {
      counted.line += 1
    }
    counted.offset = end
    return counted.line
  }

  func slice(_ range: SourceRange) -> String {
    String(decoding: text.utf8[index(range.start)..<index(range.end)], as: UTF8.self)
  }

  /// The whole lines that hold a range.
  func lines(around range: SourceRange) -> SourceRange {
    let utf8 = text.utf8
    var first = index(range.start)
    var lines = SourceRange(min(max(range.start, start.offset), end), min(range.end, end))
    while first > utf8.startIndex, utf8[utf8.index(before: first)] != 0x0A {
      first = utf8.index(before: first)
      lines.start -= 1
    }
    var last = index(range.end)
    while last < utf8.endIndex, utf8[last] != 0x0A {
      last = utf8.index(after: last)
      lines.end += 1
    }
    return lines
  }

  /// A statement that failed, with the lines it stands in: in a long script no message may cost as
  /// much as all of it.
  ///
  /// Where the place lies before these lines, they begin where the piece does; a place before that
  /// cannot be shown any more, and the statement is.
  mutating func failure(_ diagnostic: Diagnostic, in statement: SourceRange) -> StatementResult {
    var diagnostic = diagnostic
    if let place = diagnostic.range, place.start < start.offset { diagnostic.range = statement }
    var lines = lines(around: diagnostic.range.map { statement.joined($0) } ?? statement)
    lines.end = max(lines.end, lines.start)
    var result = StatementResult(
      line: lineNumber(statement.start),
      source: slice(statement),
      outputs: [],
      cell: slice(lines)
    )
    result.cellLine = lineNumber(lines.start)
    diagnostic.range = diagnostic.range.map {
      SourceRange($0.start - lines.start, $0.end - lines.start)
    }
    result.diagnostic = diagnostic
    return result
  }

  private func index(_ offset: Int) -> String.UTF8View.Index {
    let place = min(max(offset - start.offset, 0), text.utf8.count)
    return text.utf8.index(text.utf8.startIndex, offsetBy: place)
  }
}
