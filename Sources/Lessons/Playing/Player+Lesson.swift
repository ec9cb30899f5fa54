package import Notebook

/// Something of a lesson that was played or is to be judged.
package struct PlayedPart: Sendable {
  package enum Kind: Sendable {
    case cell(PlayedCell)
    /// A statement of the cell that is being played.
    case statement(StatementResult, of: Cell)
    /// With a player that stands where the exercise begins.
    case exercise(Exercise, Player)
    case quiz(Quiz, Player)
    /// A number in prose, with a player that holds the notebook it reads.
    case proof(Proof, Player)
  }

  /// The step it stands in.
  package var heading: String
  package var kind: Kind

  /// Where it begins.
  package var line: Int {
    switch kind {
    case .cell(let played): played.cell.lines.lowerBound
    case .statement(let result, let cell): cell.lines.lowerBound + result.line
    case .exercise(let exercise, _): exercise.line
    case .quiz(let quiz, _): quiz.line
    case .proof(let proof, _): proof.position.line
    }
  }
}

extension Player {
  /// Plays a lesson from its beginning to its end, in the order of its text; `each` hears of every
  /// part as soon as it is there, and says whether to go on.
  package mutating func play(_ lesson: Lesson, each: (PlayedPart) -> Bool) {
    for step in lesson.steps {
      let isOver = !play(step.heading, step.blocks) { kind in
        each(PlayedPart(heading: step.title, kind: kind))
      }
      if isOver { return }
    }
    for note in lesson.footnotes {
      let isOver = !play(note.blocks) { kind in each(PlayedPart(heading: "", kind: kind)) }
      if isOver { return }
    }
  }

  private mutating func play(
    _ heading: [Inline],
    _ blocks: [Block],
    each: (PlayedPart.Kind) -> Bool
  ) -> Bool {
    prove(heading, each: each) && play(blocks, each: each)
  }

  /// The proofs among these inlines.
  private func prove(_ inlines: [Inline], each: (PlayedPart.Kind) -> Bool) -> Bool {
    inlines.proofs.allSatisfy { each(.proof($0, self)) }
  }

  /// Plays blocks; false when `each` had enough.
  private mutating func play(_ blocks: [Block], each: (PlayedPart.Kind) -> Bool) -> Bool {
    for block in blocks {
      let goesOn =
        switch block {
        case .cell(let cell): play(cell, each: each)
        case .quote(let inner), .alert(_, let inner): play(inner, each: each)
        case .list(let list): play(list.items.flatMap(\.blocks), each: each)
        case .details(let details): play(details.summary, details.blocks, each: each)
        case .exercise(let exercise): play(exercise, each: each)
        case .quiz(let quiz):
          play(quiz.title, quiz.prompt, each: each) && each(.quiz(quiz, self))
            && quiz.proofs.allSatisfy { each(.proof($0, self)) }
            && quiz.answer.runs.allSatisfy { prove($0, each: each) }
            && play(quiz.closing, each: each)
        case .paragraph(let inlines), .heading(_, let inlines, _): prove(inlines, each: each)
        case .table(let table):
          (table.header + table.rows.flatMap { $0 }).allSatisfy { prove($0, each: each) }
        case .code, .math, .rule: true
        }
      if !goesOn { return false }
    }
    return true
  }

  private mutating func play(_ cell: Cell, each: (PlayedPart.Kind) -> Bool) -> Bool {
    var goesOn = true
    let played = play(cell) { result in
      goesOn = each(.statement(result, of: cell)) && goesOn
    }
    return each(.cell(played)) && goesOn
  }

  private mutating func play(_ exercise: Exercise, each: (PlayedPart.Kind) -> Bool) -> Bool {
    guard play(exercise.title, exercise.prompt, each: each), each(.exercise(exercise, self)) else {
      return false
    }
    if options.includesAsides, !asides(of: exercise, each: each) { return false }
    return play(exercise.closing, each: each)
  }

  /// What a learner meets on a copy of the notebook, which leaves no trace in the lesson.
  ///
  /// They are the starter, each hint, and the solution with the check behind it.
  private func asides(of exercise: Exercise, each: (PlayedPart.Kind) -> Bool) -> Bool {
    let asides =
      [[.cell(exercise.starter)]] + exercise.hints.map(\.blocks)
      + [exercise.solution.blocks + [.cell(exercise.check)]]
    return asides.allSatisfy { blocks in
      var copy = self
      return copy.play(blocks, each: each)
    }
  }
}

extension [Block] {
  /// The same blocks, with other cells in the places of theirs.
  func mapCells(_ change: (Cell) -> Cell) -> [Block] {
    map { block in
      switch block {
      case .cell(let cell): return .cell(change(cell))
      case .quote(let inner): return .quote(inner.mapCells(change))
      case .alert(let kind, let inner): return .alert(kind, inner.mapCells(change))
      case .list(var list):
        for index in list.items.indices {
          list.items[index].blocks = list.items[index].blocks.mapCells(change)
        }
        return .list(list)
      case .details(var details):
        details.blocks = details.blocks.mapCells(change)
        return .details(details)
      default: return block
      }
    }
  }
}
