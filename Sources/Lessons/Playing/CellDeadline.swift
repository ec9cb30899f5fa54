import Synchronization
import System

/// When a cell is to be stopped: set before it runs, asked while it runs.
///
/// Budgets count operations, so that every machine stops at the same place; this only ends what
/// would keep a check waiting, and what it ended has failed. It counts what the cell's own thread
/// computes, for that another program keeps the machine busy is no fault of the cell.
package final class CellDeadline: Sendable {
  /// Seconds for a cell without `timeout=`; those marked `slow` have six times as long.
  package static let seconds = 10.0

  private let end = Atomic<Int64>(.max)

  package init() {}

  package var isPast: Bool {
    let end = end.load(ordering: .relaxed)
    return end != .max && Self.now > end
  }

  package func begin(seconds: Double) {
    end.store(Self.now + Int64(seconds * 1e9), ordering: .relaxed)
  }

  package func clear() {
    end.store(.max, ordering: .relaxed)
  }

  private static var now: Int64 { Int64(Clock.threadNanoseconds) }
}
