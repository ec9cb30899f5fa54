/// What happens when a lesson is run from beginning to end, in its order.
struct LessonTrace {
  enum Event {
    /// The outcome is nil for a cell that did not run; `stoppedAt` then names the line of the
    /// error before it, if that was the reason.
    case cell(Cell, CellOutcome?, stoppedAt: Int?)
    /// With the notebook that the exercise meets.
    case exercise(Exercise, LessonSession)
    case quiz(Quiz)
  }

  private(set) var events: [(heading: String, event: Event)] = []
  private var run: LessonRun
  private var heading = ""

  init(_ lesson: Lesson, start: LessonSession, includesSlow: Bool) {
    run = LessonRun(start: start, includesSlow: includesSlow)
    for step in lesson.steps {
      heading = step.title
      add(step.blocks)
    }
    for note in lesson.footnotes { add(note.blocks) }
  }
}

extension LessonTrace {
  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .cell(let cell): add(cell)
      case .quote(let inner), .alert(_, let inner): add(inner)
      case .list(let list): for item in list.items { add(item.blocks) }
      case .details(let details): add(details.blocks)
      case .exercise(let exercise):
        add(exercise.prompt)
        events.append((heading, .exercise(exercise, run.session(for: exercise.starter))))
        addAsides(of: exercise)
        add(exercise.closing)
      case .quiz(let quiz):
        add(quiz.prompt)
        events.append((heading, .quiz(quiz)))
        add(quiz.closing)
      case .paragraph, .heading, .table, .code, .math, .rule: break
      }
    }
  }

  /// Example cells in hints and in the solution see the exercise's notebook and leave no trace.
  private mutating func addAsides(of exercise: Exercise) {
    let before = run
    for details in exercise.hints + [exercise.solution] {
      for cell in details.blocks.cells where cell.words.role == .example { add(cell) }
    }
    run = before
  }

  private mutating func add(_ cell: Cell) {
    let stopped = cell.words.isSkipped ? nil : run.stoppedAt(for: cell)
    events.append((heading, .cell(cell, run.run(cell), stoppedAt: stopped)))
  }
}
