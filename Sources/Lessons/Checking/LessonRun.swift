/// The notebooks of one lesson while its cells run in order: one that all share, and those that
/// `session=` names.
package struct LessonRun: Sendable {
  /// Runs cells marked `slow` too.
  package var includesSlow: Bool
  private let start: LessonSession
  private var sessions: [String: LessonSession] = [:]
  private var stopped: [String: Int] = [:]

  package init(start: LessonSession, includesSlow: Bool = true) {
    self.start = start
    self.includesSlow = includesSlow
  }

  /// The notebook a cell meets.
  package func session(for cell: Cell) -> LessonSession {
    sessions[cell.words.session ?? ""] ?? start
  }

  /// Runs a cell; nil when its words or an earlier error say that it does not run.
  package mutating func run(_ cell: Cell) -> CellOutcome? {
    let name = cell.words.session ?? ""
    if cell.words.isSkipped || (cell.words.isSlow && !includesSlow) { return nil }
    if stopped[name] != nil { return nil }
    let session = session(for: cell)
    session.deadline?.begin(seconds: cell.words.seconds)
    defer { session.deadline?.clear() }
    let (outcome, next) = session.run(cell.source)
    sessions[name] = next
    if outcome.wasInterrupted || (outcome.failure != nil && !cell.words.fails) {
      stopped[name] = cell.lines.lowerBound
    }
    return outcome
  }

  /// The line of the cell whose unexpected error ended this cell's notebook.
  package func stoppedAt(for cell: Cell) -> Int? {
    stopped[cell.words.session ?? ""]
  }
}
