extension LessonBuilder {
  private struct Parts {
    var starter: Cell?
    var solution: (details: Details, cell: Cell)?
    var check: Cell?
    var hints: [Details] = []
    var prompt: [Block] = []
    var closing: [Block] = []
  }

  /// Sorts the blocks below `### Exercise:` into its parts; what is missing is a fault.
  mutating func exercise(
    _ title: [Inline],
    _ anchor: String,
    _ line: Int,
    _ blocks: [Block]
  ) -> Exercise? {
    var parts = Parts()
    for block in blocks { take(block, into: &parts) }
    let name = title.plainText
    guard let starter = parts.starter, case .starter(let id) = starter.words.role else {
      fault(fileLine: line, "exercise '\(name)' has no starter cell", "```descent exercise=name")
      return nil
    }
    guard let solution = parts.solution else {
      fault(
        fileLine: line,
        "exercise '\(name)' has no solution",
        "```descent solution=\(id) in <details><summary>Solution</summary>"
      )
      return nil
    }
    guard let check = parts.check else {
      fault(fileLine: line, "exercise '\(name)' has no check cell", "```descent check=\(id)")
      return nil
    }
    for cell in [solution.cell, check] {
      if let other = cell.words.role.exercise, other != id {
        fault(
          fileLine: cell.lines.lowerBound,
          "'\(other)' is not this exercise, which is '\(id)'",
          nil
        )
      }
    }
    return Exercise(
      id: id,
      title: title,
      anchor: anchor,
      line: line,
      prompt: parts.prompt,
      starter: starter,
      hints: parts.hints,
      solution: solution.details,
      solutionCell: solution.cell,
      check: check,
      closing: parts.closing
    )
  }

  private mutating func take(_ block: Block, into parts: inout Parts) {
    switch block {
    case .cell(let cell) where cell.words.role != .example:
      place(cell, in: nil, &parts)
    case .details(var details):
      let roles = details.blocks.compactMap { block -> Cell? in
        if case .cell(let cell) = block, cell.words.role != .example { cell } else { nil }
      }
      if roles.isEmpty {
        if details.summary.plainText.lowercased().hasPrefix("hint") {
          parts.hints.append(details)
        } else {
          parts.closing.append(block)
        }
        return
      }
      details.blocks.removeAll {
        if case .cell(let cell) = $0, case .check = cell.words.role { true } else { false }
      }
      for cell in roles { place(cell, in: details, &parts) }
    default:
      if parts.starter == nil { parts.prompt.append(block) } else { parts.closing.append(block) }
    }
  }

  private mutating func place(_ cell: Cell, in details: Details?, _ parts: inout Parts) {
    let line = cell.lines.lowerBound
    switch cell.words.role {
    case .starter:
      if parts.starter != nil { fault(fileLine: line, "a second starter cell", nil) }
      if details != nil { fault(fileLine: line, "the starter cell is folded away", nil) }
      parts.starter = cell
    case .solution:
      if parts.solution != nil { fault(fileLine: line, "a second solution cell", nil) }
      if details == nil {
        fault(
          fileLine: line,
          "the solution is open to see",
          "put it in <details><summary>Solution</summary>"
        )
      }
      parts.solution = (details ?? Details(summary: [], blocks: [.cell(cell)], line: line), cell)
    case .check:
      if parts.check != nil { fault(fileLine: line, "a second check cell", nil) }
      parts.check = cell
    case .example:
      break
    }
  }

  /// Cells of exercises outside of one, and what must be unique in a lesson.
  mutating func checkParts(of lesson: Lesson) {
    var seen: [String: Int] = [:]
    for step in lesson.steps {
      for cell in step.blocks.cells where cell.words.role.exercise != nil {
        fault(
          fileLine: cell.lines.lowerBound,
          "a cell of an exercise outside of one",
          "begin it with '### Exercise: ...'"
        )
      }
      for case .exercise(let exercise) in step.blocks {
        if let line = seen[exercise.id] {
          fault(
            fileLine: exercise.starter.lines.lowerBound,
            "exercise '\(exercise.id)' is already at line \(line)",
            "give it another name"
          )
        }
        seen[exercise.id] = exercise.starter.lines.lowerBound
      }
    }
  }
}

extension CellWords.Role {
  /// The exercise a cell belongs to.
  package var exercise: String? {
    switch self {
    case .example: nil
    case .starter(let id), .solution(let id), .check(let id): id
    }
  }
}

extension [Block] {
  /// The cells among these blocks and inside quotes, alerts, lists and details; not those of
  /// exercises.
  package var cells: [Cell] {
    var cells: [Cell] = []
    for block in self {
      switch block {
      case .cell(let cell): cells.append(cell)
      case .quote(let inner), .alert(_, let inner): cells += inner.cells
      case .details(let details): cells += details.blocks.cells
      case .list(let list): for item in list.items { cells += item.blocks.cells }
      case .exercise(let exercise): cells += exercise.prompt.cells + exercise.closing.cells
      case .quiz(let quiz): cells += quiz.prompt.cells + quiz.closing.cells
      default: break
      }
    }
    return cells
  }
}
