/// Styled text by rows and columns.
extension StyledText {
  /// The widest line in terminal columns.
  package var width: Int {
    var widest = 0
    for line in lines { widest = max(widest, DisplayWidth.columns(line.plain)) }
    return widest
  }

  /// The terminal columns of a text without line feeds.
  package var columns: Int {
    var total = 0
    for span in spans { total += DisplayWidth.columns(span.text) }
    return total
  }

  /// Without blanks at the end.
  package var trimmed: StyledText {
    var kept = spans
    while let last = kept.last, last.text.utf8.last == UInt8(ascii: " ") {
      kept.removeLast()
      let text = String(Substring(last.text.utf8.dropLast()))
      if !text.isEmpty { kept.append(Span(text, last.style)) }
    }
    var result = StyledText()
    for span in kept { result.append(span.text, span.style) }
    return result
  }

  /// The text cut at its line feeds, each line without them; a last line feed starts no line.
  package var lines: [StyledText] {
    var lines: [StyledText] = []
    var current = StyledText()
    var isOpen = false
    for span in spans {
      var isFirst = true
      for piece in span.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      {
        if !isFirst {
          lines.append(current)
          current = StyledText()
        }
        isFirst = false
        current.append(String(piece), span.style)
        isOpen = !piece.isEmpty || !current.isEmpty
      }
    }
    if isOpen { lines.append(current) }
    return lines
  }

  package init(lines: [StyledText]) {
    self.init()
    for (index, line) in lines.enumerated() {
      if index > 0 { append("\n") }
      append(line)
    }
  }

  package static func + (first: StyledText, second: StyledText) -> StyledText {
    var result = first
    result.append(second)
    return result
  }

  /// One line with blanks around it up to `width` columns.
  package func padded(
    to width: Int,
    alignment: DisplayWidth.Alignment = .left
  ) -> StyledText {
    let missing = width - DisplayWidth.columns(plain)
    if missing <= 0 { return self }
    let left =
      switch alignment {
      case .left: 0
      case .right: missing
      case .centre: missing / 2
      }
    var result = StyledText(DisplayWidth.blanks(left))
    result.append(self)
    result.append(DisplayWidth.blanks(missing - left))
    return result
  }

  /// The beginning of one line that fits into `width` columns, with `mark` where it was cut.
  package func truncated(to width: Int, mark: String = "…") -> StyledText {
    if DisplayWidth.columns(plain) <= width { return self }
    let room = width - DisplayWidth.columns(mark)
    if room < 0 { return StyledText() }
    var result = StyledText()
    var used = 0
    for span in spans {
      let columns = DisplayWidth.columns(span.text)
      if used + columns <= room {
        result.append(span.text, span.style)
        used += columns
        continue
      }
      result.append(
        DisplayWidth.truncated(span.text, to: room - used, mark: ""),
        span.style
      )
      break
    }
    result.append(mark, .faint)
    return result
  }

  /// The same text in one style.
  package func restyled(_ style: TextStyle) -> StyledText { StyledText(plain, style) }

  /// Every piece of text changed, its style kept; for the filter of control characters.
  package func mapText(_ change: (String) -> String) -> StyledText {
    var result = StyledText()
    for span in spans { result.append(change(span.text), span.style) }
    return result
  }
}
