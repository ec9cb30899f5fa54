import Typesetting

extension TextGrid {
  mutating func put(_ text: StyledText, _ column: Int, _ row: Int) {
    var place = column
    for span in text.spans {
      put(span.text, place, row, span.style)
      place += DisplayWidth.columns(span.text)
    }
  }

  mutating func put(_ canvas: DotCanvas, _ left: Int, _ top: Int, style: (Int) -> TextStyle) {
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns where !canvas.isEmpty(column, row) {
        let owner = canvas.owner(column, row)
        put(canvas.text(column, row), left + column, top + row, style(owner))
      }
    }
  }
}

extension StyledText {
  /// Pieces side by side on as many lines as they need; a piece too long for a line is cut.
  static func flowing(_ pieces: [StyledText], gap: Int, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    for piece in pieces where !piece.isEmpty {
      if !line.isEmpty && line.columns + gap + piece.columns > width {
        lines.append(line)
        line = StyledText()
      }
      if !line.isEmpty { line.append(DisplayWidth.blanks(gap)) }
      line.append(piece)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The words of a text, as pieces.
  static func words(_ text: String, _ style: TextStyle = .plain) -> [StyledText] {
    var words: [StyledText] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      words.append(StyledText(String(Substring(word)), style))
    }
    return words
  }
}
