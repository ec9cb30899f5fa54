import Typesetting

extension StyledText {
  /// The text cut at its line feeds, styles kept.
  var rows: [StyledText] {
    var rows = [StyledText()]
    for span in spans {
      let pieces = span.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { rows.append(StyledText()) }
        rows[rows.count - 1].append(String(piece), span.style)
      }
    }
    return rows
  }
}
