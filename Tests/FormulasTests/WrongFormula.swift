import Testing

/// A formula in error and every word of what is said about it.
struct WrongFormula: Sendable, CustomTestStringConvertible {
  var source: String
  var message: String
  var hint: String?
  var column: Int
  var length: Int

  init(
    _ source: String,
    _ message: String,
    _ hint: String? = nil,
    at column: Int,
    _ length: Int = 1
  ) {
    self.source = source
    self.message = message
    self.hint = hint
    self.column = column
    self.length = length
  }

  var testDescription: String { source.count > 60 ? "\(source.prefix(60))…" : source }
}
