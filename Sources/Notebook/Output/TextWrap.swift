package import Typesetting

/// Prose in lines of at most a width, broken at blanks.
package enum TextWrap {
  package static func wrapped(_ text: String, width: Int) -> StyledText {
    var lines = ""
    var column = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let columns = DisplayWidth.columns(String(word))
      if column > 0, column + 1 + columns > width {
        lines += "\n"
        column = 0
      } else if column > 0 {
        lines += " "
        column += 1
      }
      lines += word
      column += columns
    }
    return StyledText(lines)
  }
}
