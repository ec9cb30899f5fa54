import CEdit
package import System

/// How much text fits: the terminal's size, or what is assumed of a file or a pipe.
package struct WindowSize: Equatable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The size for what is written to `descriptor`.
  ///
  /// Without a terminal COLUMNS counts, else 80.
  package static func current(
    descriptor: Int32 = Stream.output.descriptor,
    environment: Environment = .process
  ) -> WindowSize {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if cedit_window_size(descriptor, &columns, &rows) {
      return WindowSize(columns: Int(columns), rows: Int(rows))
    }
    return WindowSize(
      columns: number(environment["COLUMNS"], in: 10...1000) ?? 80,
      rows: number(environment["LINES"], in: 2...1000) ?? 24
    )
  }

  private static func number(_ text: String?, in range: ClosedRange<Int>) -> Int? {
    guard let text, let number = Int(text), range.contains(number) else { return nil }
    return number
  }
}
