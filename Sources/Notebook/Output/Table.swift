/// Rows of numbers under named columns.
package struct Table: Equatable, Sendable {
  package enum Cell: Equatable, Sendable {
    case number(Double)
    case boolean(Bool)
    case text(String)
    /// How a quantity went, from the first moment to the last: a sparkline.
    case trend([Double])
    /// There is no such value, as `v_hat` before the first update.
    case missing
  }

  /// How a cell differs from what it is compared with.
  package enum Change: Equatable, Sendable {
    case rise
    case fall
    case other
    /// The row has the least loss of all.
    case best
    /// The row was stopped before its end.
    case stopped
  }

  package var columns: [String]
  package var rows: TableRows
  /// Whether all that was compared agreed; nil where nothing was.
  package var agreement: String?
  /// A change for each cell that has one, by column, a column of which none is marked empty; empty
  /// where nothing was compared.
  package var changes: [[Change?]] = []
  /// What marked cells are compared with: `since show at t = 3`.
  package var comparedWith = ""

  package init(columns: [String], rows: [[Cell]]) {
    self.init(columns: columns, rows: TableRows(rows, columnCount: columns.count))
  }

  package init(columns: [String], rows: TableRows) {
    self.columns = columns
    self.rows = rows
  }

  /// More rows than this are shown by their first and last ones; JSON has them all.
  package static let shownRows = 24
}
