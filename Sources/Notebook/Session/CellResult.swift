package import Formulas

/// One statement's answers, or why there are none.
package struct StatementResult: Sendable {
  /// Its first line in the cell, from 1.
  package var line: Int
  package var source: String
  package var outputs: [Output]
  package var diagnostic: Diagnostic?
  /// Where the diagnostic's range counts from: the offset of the statement's cell.
  package var cell: String
  /// Significant digits in force after the statement.
  package var precision = 6
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
