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
        stops.append(.exercise(exercise))
        stops += Self.stops(of: exercise.closing)
      case .quiz(let quiz):
        flush()
        stops.append(.quiz(quiz))
        stops += Self.stops(of: quiz.closing)
      default:
        // Cells inside a list, quote or details run without being asked for and show their output
        // there.
        shown.append(block)
      }
    }
    flush()
    return stops
  }
}
