import Data
package import Notebook

/// Plays the cells of a lesson: the notebook that all share and those that `session=` names.
///
/// The one place where cells meet their words: a check, a site, a script and a walk all take what it
/// played. A player is a value; a copy goes its own way, as a hint's cells do.
package struct Player: Sendable {
  /// What those who play a lesson want of it.
  package struct Options: Equatable, Sendable {
    /// Cells marked `slow` run; else they are left out with all that follows in their notebook.
    package var includesSlow: Bool
    /// Starters, solutions, checks and the cells of hints are played, each on its copy.
    package var includesAsides: Bool
    package var afterError: AfterError

    package init(
      includesSlow: Bool = true,
      includesAsides: Bool = true,
      afterError: AfterError = .end
    ) {
      self.includesSlow = includesSlow
      self.includesAsides = includesAsides
      self.afterError = afterError
    }
  }

  /// What comes after an error that a cell's words do not expect.
  package enum AfterError: Sendable {
    /// Nothing in that notebook, for its cells would lack what they build on.
    case end
    case nextCell
    case nextStatement
  }

  private struct Page: Sendable {
    var session: Session
    /// The line of the cell that was played last.
    var line: Int?
    /// Why nothing more is played in it.
    var end: PlayedCell.Omission?
  }

  package let start: LessonStart
  package let options: Options
  private var pages: [String: Page] = [:]
  /// The notebook of the cell played last, which the numbers below it are about.
  private var lastName: String?

  package init(start: LessonStart, options: Options = Options()) {
    self.start = start
    self.options = options
  }

  /// The notebook of that name, nil for the one that all cells share.
  package func session(named name: String?) -> Session { page(name).session }

  /// The names of the notebooks in which something was played; the shared one's is empty.
  var names: [String] { Array(pages.keys) }

  /// The notebook of the cell played last.
  package var lastSession: Session { session(named: lastName) }

  /// Why the numbers in prose here cannot be proven; nil where they can.
  var lastEnd: PlayedCell.Omission? { end(of: lastName) }

  /// The line of the cell that was played last in the notebook of that name; nil in a fresh one.
  package func line(of name: String?) -> Int? { page(name).line }

  /// Why nothing more is played in the notebook of that name; nil while it goes on.
  package func end(of name: String?) -> PlayedCell.Omission? { page(name).end }

  /// Plays a cell in its notebook; `each` hears of every statement as soon as it is done.
  package mutating func play(
    _ cell: Cell,
    each: (StatementResult) -> Void = { _ in }
  ) -> PlayedCell {
    let line = cell.lines.lowerBound
    lastName = cell.words.session
    var page = page(lastName)
    var played = PlayedCell(cell: cell, startLine: page.line)
    defer { pages[lastName ?? ""] = page }
    if cell.words.isSkipped {
      played.omission = .skipped
    } else if let end = page.end {
      played.omission = end
    } else if cell.words.isSlow && !options.includesSlow {
      page.end = .slow(line: line)
      played.omission = page.end
    } else {
      let keepsGoing = options.afterError == .nextStatement && !cell.words.fails
      played.result = run(
        cell.source,
        cell.words,
        &page.session,
        keepsGoing: keepsGoing,
        each: each
      )
      if played.result?.wasInterrupted == true && start.deadline.isPast {
        played.overranSeconds = start.seconds(for: cell.words)
      }
      page.line = line
      if played.fault != nil, played.fault != .didNotFail, options.afterError == .end {
        page.end = .afterError(line: line)
      }
    }
    start.deadline.clear()
    return played
  }

  /// Brings a table of somebody's own into a notebook.
  mutating func add(_ table: DataTable, to name: String?) {
    var page = page(name)
    page.session.data.add(table)
    pages[name ?? ""] = page
  }

  /// Runs a statement of somebody's own in a notebook; an error leaves it as it was.
  package mutating func run(_ statement: String, in name: String?) -> CellResult {
    var page = page(name)
    let result = page.session.run(cell: statement)
    pages[name ?? ""] = page
    return result
  }

  /// What an attempt at an exercise comes to, on a copy of the notebook, or its check cell, which
  /// judges the answer; one that takes longer than the cell may is a failure.
  package func attempt(
    _ source: String,
    as words: CellWords,
    in session: Session,
    judging answer: LearnerAnswer? = nil
  ) -> (result: CellResult, failure: CellFailure?, session: Session) {
    var copy = session
    let result = run(source, words, &copy, keepsGoing: false, judging: answer)
    defer { start.deadline.clear() }
    if result.wasInterrupted, start.deadline.isPast, let seconds = start.seconds(for: words) {
      return (result, .tookTooLong(seconds), copy)
    }
    return (result, result.reachedLimit ? .reachedLimit : result.failure, copy)
  }
}

extension Player {
  private func page(_ name: String?) -> Page {
    pages[name ?? ""] ?? Page(session: start.session)
  }

  private func run(
    _ source: String,
    _ words: CellWords,
    _ session: inout Session,
    keepsGoing: Bool,
    judging answer: LearnerAnswer? = nil,
    each: (StatementResult) -> Void = { _ in }
  ) -> CellResult {
    if let seconds = start.seconds(for: words) { start.deadline.begin(seconds: seconds) }
    return session.run(cell: source, keepGoing: keepsGoing, judging: answer, each: each)
  }
}
