package import Notebook

/// A cell and what came of it.
package struct PlayedCell: Sendable {
  /// Why a cell did not run.
  package enum Omission: Equatable, Sendable {
    /// Its own word says so.
    case skipped
    /// It is slow, or needs what the slow cell in this line would have made.
    case slow(line: Int)
    /// The cell in this line ended its notebook with an error.
    case afterError(line: Int)
  }

  package var cell: Cell
  /// Nil where it did not run.
  package var result: CellResult?
  package var omission: Omission?
  /// The line of the cell that made the notebook it met; nil where it met a fresh one.
  package var startLine: Int?
  /// How long it could take, where it was stopped because it took longer.
  package var overranSeconds: Double?

  package init(cell: Cell, result: CellResult? = nil, startLine: Int? = nil) {
    self.cell = cell
    self.result = result
    self.startLine = startLine
  }

  /// What it printed, as a script prints it; nil where it did not run.
  package var text: String? { result?.text() }

  /// It ran, and the lesson shows what it should have printed.
  package var isCompared: Bool { result != nil && cell.expected != nil && !cell.words.isUnchecked }

  /// It printed something that a reader sees and that the lesson shows nothing to compare with.
  package var isUncompared: Bool {
    guard let result, cell.words.role == .example, !cell.words.isSetup, !cell.words.isHidden,
      cell.expected == nil || cell.words.isUnchecked
    else { return false }
    return result.statements.contains { !$0.outputs.isEmpty || $0.diagnostic != nil }
  }

  /// Its output may be written into the lesson: it was not stopped, and an error in it is meant.
  package var isAcceptable: Bool {
    guard let result, fault == nil, overranSeconds == nil else { return false }
    if result.reachedLimit || result.wasInterrupted { return false }
    switch cell.words.role {
    case .example, .starter: return true
    case .solution, .check: return result.failure == nil
    }
  }

  /// What went wrong that its words do not expect; how an exercise's own cells fare is the
  /// exercise's affair.
  package var fault: CellFailure? {
    guard let result, cell.words.role == .example else { return nil }
    if let overranSeconds { return .tookTooLong(overranSeconds) }
    if result.reachedLimit { return .reachedLimit }
    switch (result.failure, cell.words.fails) {
    case (nil, true): return .didNotFail
    case (let failure?, false): return failure
    default: return nil
    }
  }
}
