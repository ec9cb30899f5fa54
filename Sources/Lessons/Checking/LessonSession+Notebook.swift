import Formulas
package import Notebook
import Typesetting

extension LessonSession {
  /// A notebook as a lesson begins with: its precision, the course's data.
  package static func notebook(
    for lesson: Lesson,
    data: DataStore,
    host: Host = .checking,
    layout: TextLayout? = nil
  ) -> LessonSession {
    let deadline = CellDeadline()
    var host = host
    let isInterrupted = host.isInterrupted
    host.isInterrupted = { isInterrupted() || deadline.isPast }
    var session = Session(data: data, host: host)
    if let precision = lesson.precision { session.precision = precision }
    return LessonSession(session, deadline: deadline, layout: layout)
  }

  /// A notebook; `layout` dresses what a terminal shows, checks are always 80 columns wide.
  package init(_ session: Session, deadline: CellDeadline? = nil, layout: TextLayout? = nil) {
    self.init(deadline: deadline) { cell in
      var next = session
      let result = next.run(cell: cell)
      return (
        CellOutcome(result, layout: layout),
        LessonSession(next, deadline: deadline, layout: layout)
      )
    }
    completions = { line, cursor in session.completions(for: line, cursor: cursor) }
  }
}

extension Host {
  /// Where nobody can interrupt: a statement makes as many updates as any machine can wait for.
  package static let checking = Host(updateLimit: 20_000_000)
}

extension CellOutcome {
  package init(_ result: CellResult, layout: TextLayout? = nil) {
    let plain = result.styled()
    self.init(
      text: plain.plain,
      styled: layout.map { result.styled($0) } ?? plain,
      failure: Self.failure(of: result)
    )
    wasInterrupted = result.wasInterrupted
    replay = result.replay
  }

  private static func failure(of result: CellResult) -> Failure? {
    guard let statement = result.statements.first(where: { $0.diagnostic != nil }),
      let diagnostic = statement.diagnostic
    else { return nil }
    let position = diagnostic.range?.position(in: statement.cell)
    return Failure(
      message: diagnostic.message,
      hint: diagnostic.hint,
      line: position?.line ?? statement.line,
      column: position?.column ?? 1,
      isExpectation: diagnostic.kind == .expectation
    )
  }
}
