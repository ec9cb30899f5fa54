package import Notebook

/// Where every notebook of a lesson starts, whoever plays it: its front matter, its course's data,
/// and how long its cells may take.
package struct LessonStart: Sendable {
  /// What ends a cell that takes too long.
  package enum Limits: Sendable {
    /// Where a lesson is checked: each cell has its seconds, each statement so many updates as any
    /// machine can wait for.
    case checking
    /// What the lesson itself says: the seconds of `timeout=`.
    case written
    /// None: somebody watches, who can stop it.
    case none
  }

  package let session: Session
  package let limits: Limits
  let deadline: CellDeadline

  /// Parameter updates of one statement where a lesson is checked.
  private static let updateLimit = 20_000_000

  package init(
    _ words: SessionStart = SessionStart(),
    data: DataStore = DataStore(),
    limits: Limits = .checking,
    host: Host = Host()
  ) {
    let deadline = CellDeadline()
    var host = host
    let isInterrupted = host.isInterrupted
    host.isInterrupted = { isInterrupted() || deadline.isPast }
    if case .checking = limits { host.updateLimit = Self.updateLimit }
    session = Session(data: data, host: host, start: words)
    self.limits = limits
    self.deadline = deadline
  }

  /// Seconds that a cell with these words may take; nil where nothing ends it.
  func seconds(for words: CellWords) -> Double? {
    switch limits {
    case .checking: words.timeout ?? CellDeadline.seconds * (words.isSlow ? 6 : 1)
    case .written: words.timeout
    case .none: nil
    }
  }
}

extension Lesson {
  /// What the front matter says of the notebooks.
  package var start: SessionStart { SessionStart(precision: precision, seed: seed) }
}
