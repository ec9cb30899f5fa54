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

  static let largest = 64 << 20

  /// A file ending in .md is a lesson, which `lesson` reads.
  init(path: String, lesson: (String) throws -> Lesson) throws {
    if path.hasSuffix(".md") {
      self = .lesson(try lesson(path))
      return
    }
    let bytes = try LocatedError.asking { () throws(SystemError) in
      path == Self.standardInput
        ? try NamedFile.readStandardInput(limit: Self.largest)
        : try NamedFile.read(path, limit: Self.largest, takesPipes: true)
    }
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw Script.notText(path, bytes)
    }
    self = .statements(source)
  }

  /// Plays its cells; `each` says whether to go on.
  func play(
    data: DataStore,
    host: Host,
    keepsGoing: Bool,
    each: (PlayedCell) -> Bool
  ) {
    let options = Player.Options(
      includesAsides: false,
      afterError: keepsGoing ? .nextStatement : .end
    )
    var words = SessionStart()
    if case .lesson(let lesson) = self { words = lesson.start }
    let start = LessonStart(words, data: data, limits: .written, host: host)
    var player = Player(start: start, options: options)
    play(in: &player, each: each)
  }

  /// The same in notebooks that are there; a file of statements is a cell that begins on the first
  /// line.
  func play(in player: inout Player, each: (PlayedCell) -> Bool) {
    switch self {
    case .statements(let source):
      _ = each(player.play(Cell(source: source, lines: 0...0)))
    case .lesson(let lesson):
      player.play(lesson) { part in
        guard case .cell(let played) = part.kind else { return true }
        return each(played)
      }
    }
  }

  /// Where the text stops being UTF-8.
  private static func notText(_ path: String, _ bytes: [UInt8]) -> LocatedError {
    var line = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if String(validating: bytes[start..<end], as: UTF8.self) == nil { break }
      line += 1
      start = end + 1
    }
    return LocatedError(
      file: path,
      position: SourcePosition(line: line, column: 1),
      message: "this is not UTF-8 text",
      hint: "save the script as UTF-8"
    )
  }
}
