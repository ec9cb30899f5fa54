/// Lines that are too wide for a terminal, broken at blanks.
extension StyledText {
  /// The same text in lines of at most so many columns, as far as its words let it.
  ///
  /// What goes on below stands under the beginning of its line; in a list of names and what they
  /// are, under the beginning of its second column.
  package func wrapped(to width: Int) -> StyledText {
    if self.width <= width { return self }
    var result = StyledText()
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append("\n") }
      result.append(line.columns > width ? line.broken(width) : line)
    }
    if plain.hasSuffix("\n") { result.append("\n") }
    return result
  }

  private func broken(_ width: Int) -> StyledText {
    let indent = DisplayWidth.blanks(hanging(width))
    var result = StyledText()
    var gap = StyledText()
    var column = 0
    var hasWord = false
    for piece in pieces {
      let columns = piece.columns
      if piece.plain.utf8.first == UInt8(ascii: " ") {
        gap = piece
        continue
      }
      if hasWord, column + gap.columns + columns > width {
        result.append("\n" + indent)
        column = indent.utf8.count
      } else {
        result.append(gap)
        column += gap.columns
      }
      gap = StyledText()
      result.append(piece)
      column += columns
      hasWord = true
    }
    return result
  }

  /// Words and the blanks between them, in turn.
  private var pieces: [StyledText] {
    var pieces: [StyledText] = []
    var wasBlank: Bool?
    for span in spans {
      var part = ""
      for scalar in span.text.unicodeScalars {
        let isBlank = scalar == " "
        if isBlank != wasBlank {
          if !part.isEmpty { pieces[pieces.count - 1].append(part, span.style) }
          part = ""
          pieces.append(StyledText())
          wasBlank = isBlank
        }
        part.unicodeScalars.append(scalar)
      }
      if !part.isEmpty { pieces[pieces.count - 1].append(part, span.style) }
    }
    return pieces
  }

  /// The column that a line goes on at.
  private func hanging(_ width: Int) -> Int {
    var leading = 0
    var column = 0
    var blanks = 0
    var hasWord = false
    for piece in pieces {
      let isBlank = piece.plain.utf8.first == UInt8(ascii: " ")
      if isBlank {
        blanks = piece.columns
        if !hasWord { leading = blanks }
      } else {
        // A second column begins behind two blanks or more.
        let isSecond = hasWord && blanks >= 2
        if isSecond { return column <= width / 2 ? column : min(leading + 4, width / 2) }
        hasWord = true
      }
      column += piece.columns
    }
    return min(leading, width / 2)
  }
}
