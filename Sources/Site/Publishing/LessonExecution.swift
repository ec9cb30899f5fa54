import Formulas
package import Lessons
package import Notebook

/// Runs the cells of a lesson in their order, as checking and walking do, and keeps what each shows.
package struct LessonExecution {
  package private(set) var outputs = CellOutputs()
  /// Errors that no cell's words expect: a site that is published has none.
  package private(set) var errors: [LessonError] = []

  private let start: Session
  private var sessions: [String: Session] = [:]
  private let path: String
  private let file: String

  /// `file` is the lesson's place in its course.
  package init(_ lesson: Lesson, file: String, start: Session) {
    self.start = start
    self.file = file
    path = lesson.path
    for step in lesson.steps { run(step.blocks) }
    for note in lesson.footnotes { run(note.blocks) }
  }

  private mutating func run(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .cell(let cell): run(cell)
      case .quote(let inner), .alert(_, let inner): run(inner)
      case .list(let list): for item in list.items { run(item.blocks) }
      case .details(let details): run(details.blocks)
      case .exercise(let exercise):
        run(exercise.prompt)
        // What stands in hints and solutions leaves no trace in the lesson.
        let before = sessions
        for details in exercise.hints + [exercise.solution] { run(details.blocks) }
        sessions = before
        run(exercise.closing)
      case .quiz(let quiz):
        run(quiz.prompt)
        run(quiz.closing)
      case .paragraph, .heading, .table, .code, .math, .rule: break
      }
    }
  }

  private mutating func run(_ cell: Cell) {
    guard cell.words.role == .example, !cell.words.isSkipped, !cell.words.isSlow else { return }
    let name = cell.words.session ?? ""
    var session = sessions[name] ?? start
    let result = session.run(cell: cell.source)
    sessions[name] = session
    outputs[cell] = result.html(identifier: LessonMarkup.identifier(of: cell, in: file))
    if let diagnostic = result.diagnostic, !cell.words.fails {
      let position = diagnostic.range?.position(in: cell.source)
      errors.append(
        LessonError(
          file: path,
          position: SourcePosition(
            line: cell.line + (position?.line ?? 1) - 1,
            column: position?.column ?? 1
          ),
          message: diagnostic.message,
          hint: diagnostic.hint
        )
      )
    }
  }
}
