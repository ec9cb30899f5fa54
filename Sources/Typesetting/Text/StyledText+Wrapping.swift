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
    let pieces = self.pieces
    let wideGaps = pieces.dropFirst().count { $0.isGap && $0.columns >= 2 }
    // Several fields in a row (`t = 3  x = 1  loss = 4`) stay whole.
    if wideGaps >= 2 {
      let fields = Self.fields(pieces)
      if fields.allSatisfy({ $0.columns <= width }) { return Self.lines(of: fields, width, 0) }
    }
    return Self.lines(of: pieces, width, hanging(width))
  }

  private static func lines(of pieces: [StyledText], _ width: Int, _ hanging: Int) -> StyledText {
    let indent = DisplayWidth.blanks(hanging)
    var result = StyledText()
    var gap = StyledText()
    var column = 0
    var hasWord = false
    for piece in pieces {
      let columns = piece.columns
      if piece.isGap {
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

  private var isGap: Bool { plain.utf8.first == UInt8(ascii: " ") }

  /// What stands between wide gaps as one piece.
  private static func fields(_ pieces: [StyledText]) -> [StyledText] {
    var fields: [StyledText] = []
    for piece in pieces {
      let isNarrow = piece.isGap && piece.columns == 1
      if let last = fields.indices.last, !fields[last].isGap, isNarrow || !piece.isGap {
        fields[last].append(piece)
      } else {
        fields.append(piece)
      }
    }
    return fields
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
      if piece.isGap {
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
