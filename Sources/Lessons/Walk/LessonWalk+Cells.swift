internal import Typesetting

extension LessonWalk {
  /// Runs the lesson's cell and goes on.
  mutating func run(_ cell: Cell) {
    remember()
    guard let outcome = silently(cell) else { return pass() }
    show(outcome)
    pass()
  }

  /// Runs a statement of the learner's own, beside the cell at hand.
  mutating func run(statement: String, in name: String?) {
    remember()
    let (outcome, next) = session(named: name).run(statement)
    show(outcome)
    if outcome.failure != nil {
      // Nothing changed, so there is nothing to take back; nor would a note of it be any use.
      past.removeLast()
      return
    }
    scene.sessions[name ?? ""] = next
    scene.transcript.add(statement, outcome, session: name)
  }

  mutating func play(_ line: String) {
    guard let playground, !line.allSatisfy(\.isWhitespace) else { return }
    let (outcome, next) = playground.run(line)
    self.playground = next
    show(outcome)
  }

  /// What a cell printed, ended by a line feed.
  mutating func show(_ outcome: CellOutcome) {
    out.append(outcome.styled)
    if !outcome.text.isEmpty && !outcome.text.hasSuffix("\n") { out.append("\n") }
  }

  /// Runs a cell and keeps what comes of it; nil for one that is only to be read.
  mutating func silently(_ cell: Cell) -> CellOutcome? {
    if cell.words.isSkipped { return nil }
    let name = cell.words.session
    let (outcome, next) = session(named: name).run(cell.source)
    scene.sessions[name ?? ""] = next
    scene.transcript.add(cell.source, outcome, session: name)
    return outcome
  }
}
