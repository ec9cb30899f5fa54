import BuiltTool
import Foundation
import Lessons
import Testing

/// Whatever the text, reading ends in a lesson or in worded errors.
@Suite(.serialized) struct FuzzTests {
  /// Pieces that mean something to a lesson, to be put together at random.
  static let pieces = [
    "# ", "## ", "### Exercise: ", "### Quiz: ", "\n", "\n\n", "```descent\n", "```output\n",
    "```\n",
    "~~~", "- [x] ", "- [ ] ", " — ", "Answer: 50 ± 1", "<details>", "<summary>", "</summary>",
    "</details>", "<!--", "-->", "$`", "`$", "\\frac{", "}", "> ", "[!NOTE]\n", "[a](", ")", "![",
    "](x.md#y)", "| a |\n|---|\n", "1. ", "    ", "---\n", "id: x\n", "exercise=a", "check=a",
    "solution=a", "setup", " ", "é", "\u{202E}", "\t", "*", "_", "**", "`", "[^1]", "[^1]: ",
    "&#x9b;",
    "javascript:", "____", "\r\n", "x", "0.5", "<b>", "\\", "&lt;", "~~", "<", ">", "=\n", "|",
  ]

  @Test("odd lessons are read or refused", arguments: 0..<12)
  func readsOrRefuses(seed: Int) throws {
    let reader = LessonReader(renderer: BuiltTool.renderer())
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<60 {
      var text = next(2) == 0 ? "# T\n\n" : ""
      for _ in 0..<next(60) { text += Self.pieces[next(Self.pieces.count)] }
      do {
        let source = try LessonSource(path: "f.md", bytes: Array(text.utf8))
        let lesson = try reader.read(source)
        for step in lesson.steps { _ = BlockText(width: 20 + next(80)).text(step.blocks) }
        let report = LessonChecker.check(lesson, start: LessonStart()).report
        #expect(report.cases.allSatisfy { $0.line >= 1 })
        _ = try? AcceptanceTests.accepted(text)
      } catch let error as LocatedError {
        #expect(!error.message.isEmpty)
      } catch let faults as LessonFaults {
        #expect(!faults.errors.isEmpty)
        #expect(faults.errors.allSatisfy { ($0.position?.line ?? 1) >= 1 })
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test("what was accepted is accepted again and holds", arguments: 0..<8)
  func acceptanceSettles(seed: Int) throws {
    let reader = LessonReader(renderer: BuiltTool.renderer())
    let lines = [
      "\"a  1.25\"; \"b\"", "\"...\"", "1 + 1", "\"```\"; \"~~~\"", "\"0.333 x\"", "\" [...] 7\"",
      "",
    ]
    var state = UInt64(seed) &+ 77
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var text = "# T\n"
    for _ in 0..<8 {
      let prefix = ["", "> ", "- ", "  "][next(4)]
      let inner = prefix == "- " ? "  " : prefix
      text += "\n\(prefix)```descent\n\(inner)\(lines[next(lines.count)])\n\(inner)```\n"
      if next(3) > 0 {
        text += "\(inner)```output\n\(inner)\(["...", "a 1.2", "", "b", "0.3 x"][next(5)])\n"
        text += "\(inner)```\n"
      }
      text += "\nWords.\n"
    }
    let once = try AcceptanceTests.accepted(text)
    #expect(try AcceptanceTests.accepted(once) == once)
    let lesson = try reader.read(LessonSource(path: "f.md", bytes: Array(once.utf8)))
    #expect(LessonChecker.check(lesson, start: LessonStart()).report.failureTexts == [])
  }
}
