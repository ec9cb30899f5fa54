/// Rows of numbers under named columns.
package struct Table: Equatable, Sendable {
  package enum Cell: Equatable, Sendable {
    case number(Double)
    case boolean(Bool)
    case text(String)
    /// There is no such value, as `v_hat` before the first update.
    case missing
  }

  package var columns: [String]
  package var rows: [[Cell]]

  package init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// More rows than this are shown by their first and last ones; JSON has them all.
  package static let shownRows = 24
}
