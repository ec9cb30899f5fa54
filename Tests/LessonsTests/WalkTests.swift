import Foundation
import Lessons
import Recording
import Testing
import Typesetting

/// Each folder of `Walks` holds a lesson, the lines of a learner, and all that is said to them.
///
/// `ACCEPT=1 swift test` rewrites what is expected.
@Suite struct WalkTests {
  static let folder = CaseTests.folder.deletingLastPathComponent().appending(path: "Walks")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test("a walk goes as its case expects", arguments: names)
  func walks(name: String) throws {
    let folder = Self.folder.appending(path: name)
    func read(_ file: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
    }
    let lesson = try LessonCheckerTests.lesson(try read("lesson.md"))
    let found = Self.transcript(
      LessonWalk(lesson: lesson, start: LessonStart()),
      try read("input.txt")
    )
    #expect(try Recording(folder.appending(path: "expected.txt")).fault(of: found) == nil)
  }

  @Test func thereAreWalks() {
    #expect(Self.names.count >= 4)
  }

  static func transcript(_ start: LessonWalk, _ input: String) -> String {
    var walk = start
    var reply = walk.begin()
    var text = said(reply)
    for line in input.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      text += reply.prompt.text + line + "\n"
      reply = walk.enter(String(line).replacing("\\n", with: "\n"))
      text += said(reply)
      if reply.effects.contains(.quit) { break }
    }
    return text
  }

  private static func said(_ reply: WalkReply) -> String {
    var text = reply.text.plain
    for effect in reply.effects {
      switch effect {
      case .progress: break
      case .save(let file, let content): text += "[save \(file)]\n\(content)"
      case .load(let file, let isShown): text += "[\(isShown ? "run" : "load") \(file)]\n"
      case .data(let words): text += "[data \(words)]\n"
      case .write(let file, let bytes):
        text += "[write \(file)]\n" + String(decoding: bytes, as: UTF8.self)
      case .edit(let cell): text += "[edit]\n\(cell)"
      case .open(let name): text += "[open \(name)]\n"
      case .notebook: text += "[notebook]\n"
      case .lessons: text += "[lessons]\n"
      case .resume: text += "[resume]\n"
      case .nextLesson: text += "[next lesson]\n"
      case .quit: text += "[quit]\n"
      }
    }
    return text
  }

  @Test func progressSaysWhatWasDone() throws {
    let lesson = try LessonCheckerTests.lesson(
      """
      # T

      ## One

      ### Exercise: e

      ```descent exercise=e
      a = ____
      ```

      \(ExerciseProofTests.hint)

      <details><summary>Solution</summary>

      ```descent solution=e
      a = 4
      ```
      ```descent check=e
      expect a ~= 4
      ```

      </details>

      ## Two

      ### Quiz: q

      Answer: 3

      """
    )
    var walk = LessonWalk(lesson: lesson, start: LessonStart())
    _ = walk.begin()
    for line in ["5", "4", "", "3"] { _ = walk.enter(line) }
    #expect(
      walk.progress
        == LessonProgress(
          position: "two",
          steps: ["one", "two"],
          exercises: ["e"],
          quizzes: ["quiz-q"],
          isFinished: true
        )
    )
    var again = LessonWalk(
      lesson: lesson,
      start: LessonStart(),
      progress: LessonProgress(position: "two", steps: ["one"])
    )
    #expect(again.begin().text.plain.contains("Two"))
    #expect(again.begin(step: "one").prompt.text == "answer> ")
    // What helps is said once, beside the prompt.
    #expect(again.enter("7").prompt.hint == ":hint helps")
    #expect(again.enter(":hint").prompt.hint == ":solution shows the solution")
    #expect(again.enter("7").text.plain == "Not yet: that is not it (a is 7)\n")
  }

  /// No order of lines, however odd, stops a walk.
  @Test(arguments: 0..<20) func survivesAnyLines(seed: Int) throws {
    let folder = Self.folder.appending(path: Self.names[seed % Self.names.count])
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "lesson.md")))
    let lesson = try LessonCheckerTests.lesson(String(decoding: bytes, as: UTF8.self))
    let lines = [
      "", "1", "x + 1", "x = 5", "a", "a b", ":next", ":prev", ":undo", ":reset", ":skip", ":hint",
      ":solution", ":play", ":open", ":run", ":run x", ":toc 2", ":toc 99", ":toc", ":nonsense",
      "____", "\n", ":", ": next", "fail x", ":save", ":save x", "\u{1B}[2J",
    ]
    var walk = LessonWalk(lesson: lesson, start: LessonStart())
    _ = walk.begin()
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let reply = walk.enter(lines[Int(state >> 33) % lines.count])
      #expect(!reply.prompt.text.isEmpty)
    }
  }
}
