/// Why a text is no table, or a table no set of examples.
package struct DataError: Error, Equatable, Sendable {
  /// The line in the CSV text, counted from 1; nil where no one line is at fault.
  package var line: Int?
  package var message: String
  /// What to do about it.
  package var hint: String?

  package init(line: Int? = nil, _ message: String, hint: String? = nil) {
    self.line = line
    self.message = message
    self.hint = hint
  }

  /// The message with its line, such as `line 3: 2 fields where the header has 4`.
  package var text: String { line.map { "line \($0): \(message)" } ?? message }
}
