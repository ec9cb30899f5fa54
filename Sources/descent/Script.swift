import Lessons
import Notebook
import System
import Terminal

/// A file of statements, or a lesson's cells.
struct Script {
  /// A part run on its own: where its first line stands in the file.
  struct Part {
    var source: String
    var firstLine: Int
    var session: String
    var mayFail: Bool
  }

  var path: String
  var parts: [Part]

  /// What standard input is called.
  static let standardInput = "-"

  static let largest = 64 << 20

  /// `lesson` reads a lesson.
  init(path: String, lesson: (String) throws -> Lesson) throws {
    self.path = path
    if path.hasSuffix(".md") {
      let lesson = try lesson(path)
      parts = lesson.steps.flatMap { Script.cells(of: $0.blocks) }.map { cell in
        Part(
          source: cell.source,
          firstLine: cell.line,
          session: cell.words.session ?? "",
          mayFail: cell.words.fails
        )
      }
      return
    }
    let bytes = try LessonError.asking { () throws(SystemError) in
      path == Self.standardInput
        ? try NamedFile.readStandardInput(limit: Self.largest)
        : try NamedFile.read(path, limit: Self.largest, takesPipes: true)
    }
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw Script.notText(path, bytes)
    }
    parts = [Part(source: source, firstLine: 1, session: "", mayFail: false)]
  }

  /// Where the text stops being UTF-8.
  private static func notText(_ path: String, _ bytes: [UInt8]) -> LessonError {
    var line = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if String(validating: bytes[start..<end], as: UTF8.self) == nil { break }
      line += 1
      start = end + 1
    }
    return LessonError(
      file: path,
      position: SourcePosition(line: line, column: 1),
      message: "this is not UTF-8 text",
      hint: "save the script as UTF-8"
    )
  }

  /// The cells that a reader of the lesson would run: no starters, solutions and checks.
  private static func cells(of blocks: [Block]) -> [Cell] {
    blocks.flatMap { block -> [Cell] in
      switch block {
      case .cell(let cell): cell.words.isSkipped || cell.words.role != .example ? [] : [cell]
      case .quote(let inner), .alert(_, let inner): cells(of: inner)
      case .details(let details): cells(of: details.blocks)
      case .list(let list): list.items.flatMap { cells(of: $0.blocks) }
      case .exercise(let exercise): cells(of: exercise.prompt) + cells(of: exercise.closing)
      case .quiz(let quiz): cells(of: quiz.prompt) + cells(of: quiz.closing)
      case .paragraph, .heading, .table, .code, .math, .rule: []
      }
    }
  }
}
