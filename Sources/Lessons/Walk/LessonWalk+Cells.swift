import Notebook
internal import Typesetting

extension LessonWalk {
  /// Plays the lesson's cell, shows what it printed and goes on.
  mutating func run(_ cell: Cell) {
    remember(cell.source)
    if let result = played(cell).result { show(result) }
    pass()
  }

  /// Runs a statement of the learner's own, beside the cell at hand.
  mutating func run(statement: String, in name: String?) {
    let before = scene
    show(scene.run(statement, in: name))
    past.remember(before, statement, unless: scene)
  }

  /// A look around, on a copy: nothing is judged and nothing stays.
  mutating func look(_ line: String, in name: String?) {
    var copy = session(named: name)
    show(copy.run(cell: line))
  }

  /// Whether a line at an exercise or quiz only looks around, and so is no answer: it begins with a
  /// command such as `help` or `plot`, which is not what the exercise itself is about.
  func looks(_ line: String, notAnswering exercise: Exercise? = nil) -> Bool {
    guard let first = Session.commands(in: line).first, let command = first,
      CommandCatalog.command(command)?.role == .question
    else { return false }
    guard let exercise else { return true }
    let own = [exercise.starter, exercise.solutionCell].flatMap { Session.commands(in: $0.source) }
    return !own.contains(command)
  }

  mutating func play(_ line: String, isEmpty: Bool = false) {
    if !isEmpty, let said = playground?.enter(line) { out.append(said.text) }
  }

  /// What a cell printed, ended by a line feed.
  mutating func show(_ result: CellResult) {
    outputs.take(result)
    out.append(WalkWords.printed(result, layout))
  }

  /// Plays a cell of the lesson's own and keeps it for `:save`.
  mutating func played(_ cell: Cell) -> PlayedCell {
    let played = scene.player.play(cell)
    if let result = played.result {
      scene.transcript.add(cell.source, result, session: cell.words.session)
    }
    return played
  }

  /// The blocks with what their cells print now, each in its place.
  mutating func played(_ blocks: [Block]) -> [Block] {
    var texts: [Int: String] = [:]
    for cell in blocks.cells { texts[cell.lines.lowerBound] = played(cell).text }
    return blocks.showing(texts)
  }

  /// The same for a hint or a solution: on a copy, which leaves no trace.
  func aside(_ blocks: [Block]) -> [Block] {
    var copy = scene.player
    var texts: [Int: String] = [:]
    for cell in blocks.cells {
      let text = copy.play(cell).text
      // Of an exercise's own cell only what its author shows is shown.
      if cell.words.role == .example || cell.expected != nil {
        texts[cell.lines.lowerBound] = text
      }
    }
    return blocks.showing(texts)
  }
}

extension [Block] {
  /// Cells show these texts as their output, by the line of their fence.
  fileprivate func showing(_ texts: [Int: String]) -> [Block] {
    mapCells { cell in
      var cell = cell
      if let text = texts[cell.lines.lowerBound] { cell.expected = text }
      return cell
    }
  }
}
