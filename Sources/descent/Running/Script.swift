import Lessons
import Notebook
import System
import Terminal

/// What `run` runs: a file of statements, or the cells of a lesson.
enum Script {
  case statements(String)
  case lesson(Lesson)

  /// What standard input is called.
  static let standardInput = "-"

  /// A file ending in .md is a lesson, which `lesson` reads.
  init(path: String, lesson: (String) throws -> Lesson) rethrows {
    self = path.hasSuffix(".md") ? .lesson(try lesson(path)) : .statements(path)
  }

  /// Plays its cells; `each` hears of every statement as it is done, and says whether to go on.
  ///
  /// A file of statements is one cell that begins on the first line, told of at its end.
  func play(
    data: DataStore,
    host: Host,
    keepsGoing: Bool,
    each: (PlayedPart.Kind) -> Bool
  ) throws {
    switch self {
    case .statements(let path):
      try Self.reading(path) { text in try Self.play(&text, data, host, keepsGoing, each) }
    case .lesson(let lesson):
      let start = LessonStart(lesson.start, data: data, limits: .written, host: host)
      let options = Player.Options(
        includesAsides: false,
        afterError: keepsGoing ? .nextStatement : .end
      )
      var player = Player(start: start, options: options)
      player.play(lesson) { each($0.kind) }
    }
  }

  /// What plays all of it in notebooks that are there.
  func whole() throws -> (inout Player, (PlayedCell) -> Bool) -> Void {
    switch self {
    case .statements(let path):
      var source = ""
      try Self.reading(path) { text in
        while let piece = try text.next() { source += piece }
      }
      let cell = Cell(source: source, lines: 0...0)
      return { player, each in _ = each(player.play(cell)) }
    case .lesson(let lesson):
      return { player, each in
        player.play(lesson) { part in
          guard case .cell(let played) = part.kind else { return true }
          return each(played)
        }
      }
    }
  }

  private static func reading(_ path: String, _ body: (inout ScriptText) throws -> Void) throws {
    if path == standardInput {
      var text = ScriptText(path, .input)
      return try body(&text)
    }
    do {
      try NamedFile.reading(path) { stream in
        var text = ScriptText(path, stream)
        try body(&text)
      }
    } catch let error as SystemError {
      throw LocatedError(error)
    }
  }

  private static func play(
    _ text: inout ScriptText,
    _ data: DataStore,
    _ host: Host,
    _ keepsGoing: Bool,
    _ each: (PlayedPart.Kind) -> Bool
  ) throws(LocatedError) {
    let cell = Cell(source: "", lines: 0...0)
    var session = LessonStart(data: data, limits: .written, host: host).session
    var run = CellRun.pieces(keepGoing: keepsGoing)
    var goesOn = true
    let hear = { (result: StatementResult) in
      if goesOn { goesOn = each(.statement(result, of: cell)) }
    }
    while goesOn, !run.isOver, !host.isInterrupted(), let piece = try text.next() {
      run.take(piece, isLast: false)
      session.advance(&run, each: hear)
    }
    if host.isInterrupted() {
      run.stop(&session, each: hear)
    } else if goesOn {
      run.take("", isLast: true)
      session.advance(&run, each: hear)
    }
    _ = each(.cell(PlayedCell(cell: cell, result: run.result)))
  }
}
