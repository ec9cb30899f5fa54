/// What a session asks of the program around it.
package struct Host: Sendable {
  /// Whether the learner wants the running statement to stop.
  package var isInterrupted: @Sendable () -> Bool
  /// Told now and then how far a long statement is: done, of how many (0 when unknown).
  package var progress: @Sendable (Progress) -> Void
  /// How many parameter updates one statement may make before it is stopped with a note; budgets
  /// count operations, so that every machine stops at the same place.
  package var updateLimit: Int
  /// The columns that text is wrapped at where it is made: help, and lists of names.
  package var columns: @Sendable () -> Int

  package struct Progress: Sendable, Equatable {
    package var done: Int
    package var total: Int
    package var unit: String

    package init(done: Int, total: Int, unit: String) {
      self.done = done
      self.total = total
      self.unit = unit
    }
  }

  package init(
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Progress) -> Void = { _ in },
    updateLimit: Int = .max,
    columns: @escaping @Sendable () -> Int = { 80 }
  ) {
    self.isInterrupted = isInterrupted
    self.progress = progress
    self.updateLimit = updateLimit
    self.columns = columns
  }
}
