/// A place in a step: something to read, or something that waits for the learner.
enum WalkStop: Equatable, Sendable {
  case show([Block])
  case cell(Cell)
  case exercise(Exercise)
  case quiz(Quiz)

  static func stops(of blocks: [Block]) -> [WalkStop] {
    var stops: [WalkStop] = []
    var shown: [Block] = []
    func flush() {
      if !shown.isEmpty { stops.append(.show(shown)) }
      shown = []
    }
    for block in blocks {
      switch block {
      case .cell(let cell):
        flush()
        stops.append(.cell(cell))
      case .exercise(let exercise):
        flush()
        stops += Self.stops(of: exercise.prompt.cells)
        stops.append(.exercise(exercise))
        stops += Self.stops(of: exercise.closing)
      case .quiz(let quiz):
        flush()
        stops += Self.stops(of: quiz.prompt.cells)
        stops.append(.quiz(quiz))
        stops += Self.stops(of: quiz.closing)
      default:
        shown.append(block)
        // Cells inside a list, quote or details are shown there and run without being asked for.
        if ![block].cells.isEmpty {
          flush()
          stops += Self.stops(of: [block].cells)
        }
      }
    }
    flush()
    return stops
  }

  /// Cells that are already on the screen: run, not asked for.
  private static func stops(of cells: [Cell]) -> [WalkStop] {
    cells.map { cell in
      var cell = cell
      cell.words.isSetup = true
      return .cell(cell)
    }
  }
}
