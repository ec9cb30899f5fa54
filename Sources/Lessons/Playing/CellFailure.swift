import Formulas
package import Notebook

/// What is wrong with a cell, and where in it.
package struct CellFailure: Equatable, Sendable {
  package var message: String
  package var hint: String?
  /// Within the cell, from 1; 0 is its opening fence.
  package var line: Int
  package var column: Int
  /// An `expect` that did not hold; the message is what its `when` says.
  package var isExpectation: Bool

  package init(
    message: String,
    hint: String? = nil,
    line: Int = 0,
    column: Int = 1,
    isExpectation: Bool = false
  ) {
    self.message = message
    self.hint = hint
    self.line = line
    self.column = column
    self.isExpectation = isExpectation
  }

  static func tookTooLong(_ seconds: Double) -> CellFailure {
    let text = seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    return CellFailure(
      message: "the cell took longer than \(text) s",
      hint: "give it more: ```descent timeout=60"
    )
  }

  static let reachedLimit = CellFailure(
    message: "the cell reached the limit of updates and was stopped",
    hint: "let it make fewer: no reader waits for so many"
  )

  static let didNotFail = CellFailure(message: "the cell is marked 'fails' and does not fail")
}

extension CellFailure {
  /// The failure at its place in the file.
  package func error(in cell: Cell, of file: String) -> LocatedError {
    LocatedError(
      file: file,
      position: SourcePosition(line: cell.lines.lowerBound + line, column: column),
      message: message,
      hint: hint
    )
  }
}

extension CellResult {
  /// The first error or failed expectation, placed in the cell.
  package var failure: CellFailure? {
    guard let statement = statements.first(where: { $0.diagnostic != nil }),
      let diagnostic = statement.diagnostic
    else { return nil }
    let position = statement.position
    return CellFailure(
      message: diagnostic.message,
      hint: diagnostic.hint,
      line: position.line,
      column: position.column,
      isExpectation: diagnostic.kind == .expectation
    )
  }
}
