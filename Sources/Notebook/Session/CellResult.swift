package import Formulas

/// One statement's answers, or why there are none.
package struct StatementResult: Sendable {
  /// Its first line in the cell, from 1.
  package var line: Int
  package var source: String
  package var outputs: [Output]
  package var diagnostic: Diagnostic?
  /// The lines it stands in, from whose beginning the diagnostic's range counts.
  package var cell: String
  /// Which line of the cell they begin in, from 1.
  package var cellLine = 1
  /// The update the experiment had come to; nil where there was none.
  package var t: Int?
  /// Significant digits in force after the statement.
  package var precision = 6

  /// Where in the cell the diagnostic points.
  package var position: (line: Int, column: Int, length: Int) {
    guard let range = diagnostic?.range else { return (line, 1, 1) }
    let place = range.position(in: cell)
    return (cellLine + place.line - 1, place.column, place.length)
  }
}

/// What a cell came to.
package struct CellResult: Sendable {
  package var statements: [StatementResult]
  package var wasInterrupted: Bool
  /// An answer was right when rounded to the digits that were typed.
  package var countedDigits = false
  /// A statement was stopped at the host's limit of updates.
  package var reachedLimit = false
  /// How a script comes to where an interrupted cell was stopped.
  package var replay: Replay?

  /// The first error or failed expectation.
  package var diagnostic: Diagnostic? {
    for statement in statements where statement.diagnostic != nil { return statement.diagnostic }
    return nil
  }
}
