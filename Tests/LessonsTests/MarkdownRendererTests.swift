import BuiltTool
import Foundation
import Lessons
import Testing

/// Inputs that make the Markdown library hang, abort or grow end as worded errors, and the next
/// lesson is read as if nothing had been.
@Suite(.serialized) struct MarkdownRendererTests {
  static let hostile: [(name: String, text: String)] = [
    (
      "table of short rows",
      "|" + String(repeating: "x|", count: 190) + "\n|"
        + String(repeating: "-|", count: 190) + "\n" + String(repeating: "a\n", count: 400_000)
    ),
    (
      "reference expansion",
      "[a]: http://x/" + String(repeating: "y", count: 3000) + "\n\n"
        + String(repeating: "[a]", count: 5000) + "\n"
        + String(repeating: String(repeating: "[a]", count: 5000) + "\n", count: 60)
    ),
    ("deep emphasis", String(repeating: "*a **a ", count: 2000)),
    (
      "deep brackets",
      String(repeating: "[", count: 16000) + "a" + String(repeating: "]", count: 300)
    ),
    (
      "nested quotes by hand",
      (1...90).map { String(repeating: ">", count: $0) }.joined(separator: "\n")
    ),
    ("open links", String(repeating: "[a](b", count: 3000)),
    ("open images", String(repeating: "![[]()", count: 2500)),
    ("underscores", String(repeating: "_", count: 16000)),
    ("tildes", String(repeating: "~~a ", count: 4000)),
    (
      "footnotes",
      (0..<20000).map { "[^\($0)]: a" }.joined(separator: "\n") + "\n\n"
        + String(repeating: "[^1]", count: 4000)
    ),
    ("backticks", (1...170).map { "e" + String(repeating: "`", count: $0) }.joined()),
    ("html", String(repeating: "<!A ", count: 4000)),
    ("entities", String(repeating: "&#x0;", count: 3000)),
    ("many lists", String(repeating: "* a\n", count: 100_000)),
  ]

  @Test("hostile Markdown is read or refused with words", arguments: hostile.map(\.name))
  func isReadOrRefused(name: String) throws {
    let text = try #require(Self.hostile.first { $0.name == name }).text
    let renderer = BuiltTool.renderer()
    let clock = ContinuousClock()
    let time = clock.measure {
      do {
        _ = try renderer.parse(LessonSource(path: "lesson.md", bytes: Array(text.utf8)))
      } catch let error as LocatedError {
        #expect(error.text.hasPrefix("lesson.md"))
      } catch {
        Issue.record("\(error)")
      }
    }
    // Two seconds of processor time, which take longer where others work too.
    #expect(time < .seconds(50))
    let after = try renderer.parse(LessonSource(path: "next.md", bytes: Array("# Fine\n".utf8)))
    #expect(after.document.children.first?.headingLevel != nil)
  }

  @Test func aChildThatIsNoWorkerIsAnError() throws {
    let source = try LessonSource(path: "lesson.md", bytes: Array("# T\n".utf8))
    for (program, words) in [("/bin/true", "rendering failed"), ("/no/such", "cannot start")] {
      let error = #expect(throws: LocatedError.self) {
        try MarkdownRenderer(program: program, arguments: []).parse(source)
      }
      #expect(error?.text.contains(words) == true)
    }
  }

  /// What children do that are no workers, and how that is told.
  static let endings = [
    ("sleep 60", "rendering failed: the process that reads Markdown gave no answer in 1 s"),
    (
      "kill -9 $$",
      "rendering failed: the process that reads Markdown was ended from outside (signal 9)"
    ),
    ("exit 3", "rendering failed: the process that reads Markdown ended with exit code 3"),
    ("kill -PROF $$", "rendering took longer than 2 s"),
    ("kill -ABRT $$", "rendering failed: this Markdown needs more than it may"),
  ]

  @Test("the end of a child is told as what it was", arguments: endings)
  func ending(line: String, message: String) throws {
    let source = try LessonSource(path: "lesson.md", bytes: Array("# T\n".utf8))
    let error = #expect(throws: LocatedError.self) {
      try MarkdownRenderer(program: "/bin/sh", arguments: ["-c", line], patience: 1000)
        .parse(source)
    }
    #expect(error?.message == message)
  }

  @Test("a lesson whose child was ended from outside is read by a fresh one")
  func retried() throws {
    let mark = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: mark) }
    // The first kills itself; the second becomes the tool's own worker.
    let line =
      "[ -e \(mark) ] && exec \(BuiltTool.path) \(MarkdownRenderer.hiddenSubcommand); "
      + ": > \(mark); kill -9 $$"
    let renderer = MarkdownRenderer(program: "/bin/sh", arguments: ["-c", line])
    let source = try LessonSource(path: "lesson.md", bytes: Array("# T\n".utf8))
    #expect(try renderer.parse(source).document.children.first?.headingLevel != nil)
  }

  @Test func aLessonOfOneMebibyteAtMost() {
    let bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: (1 << 20) + 1)
    let error = #expect(throws: LocatedError.self) {
      try LessonSource(path: "big.md", bytes: bytes)
    }
    #expect(error?.text == "big.md: error: the lesson is longer than 1 MiB\nhint: split it")
  }
}
