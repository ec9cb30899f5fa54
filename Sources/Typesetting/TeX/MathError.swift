/// What is wrong with a formula, where, and what to write instead.
package struct MathError: Error, Equatable, Sendable {
  /// Counted from 1, in characters from the beginning of the formula.
  package var column: Int
  package var message: String
  package var hint: String?

  package init(column: Int, message: String, hint: String? = nil) {
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// Where that is in a formula of several lines; both counted from 1.
  package func position(in source: String) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    var counted = 1
    for scalar in source.unicodeScalars {
      if counted == self.column { break }
      if scalar == "\n" {
        line += 1
        column = 1
        counted += 1
      } else if !MathError.joinsPrevious(scalar) {
        column += 1
        counted += 1
      }
    }
    return (line, column)
  }

  /// Combining marks are part of the character before them.
  static func joinsPrevious(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && DisplayWidth.columns(scalar) == 0
  }
}
