import Foundation
import Lessons
import System
import Testing

@Suite struct ProgressTests {
  static let some = Progress(lessons: [
    "adam": LessonProgress(
      position: "step",
      steps: ["b", "a"],
      exercises: ["\"x\"\u{7}"],
      quizzes: [],
      isFinished: true
    ),
    "ewa": LessonProgress(),
  ])

  @Test func readsWhatItWrote() throws {
    #expect(try Progress(json: Array(Self.some.json.utf8)) == Self.some)
    #expect(
      Self.some.json == """
        {
          "version": 1,
          "lessons": {
            "adam": {"position":"step","steps":["a","b"],"exercises":["\\"x\\"\\u0007"],"quizzes":[],\
        "finished":true},
            "ewa": {"position":"","steps":[],"exercises":[],"quizzes":[],"finished":false}
          }
        }

        """
    )
  }

  static let broken = [
    "", "{", "[]", "null", "{\"version\":1}", "{\"version\":\"1\",\"lessons\":{}}",
    "{\"version\":1,\"lessons\":{\"a\":1}}", "{\"version\":1,\"lessons\":{}} x",
    "{\"version\":1,\"lessons\":{\"a\":{\"position\":\"\",\"steps\":[1]}}}",
    String(repeating: "[", count: 10_000), "{\"version\":1,\"lessons\":{}", "\u{0}",
  ]

  @Test("what is not progress is refused", arguments: broken)
  func refuses(text: String) {
    #expect(throws: Progress.Failure.notProgress) { try Progress(json: Array(text.utf8)) }
  }

  @Test func aNewerVersionIsNamed() {
    #expect(throws: Progress.Failure.newer(version: 7)) {
      try Progress(json: Array("{\"version\":7,\"x\":1}".utf8))
    }
  }

  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "descent-progress-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(folder.path())
  }

  @Test func theFileIsMadeWithItsFolders() throws {
    try Self.inFolder { folder in
      let file = try #require(ProgressFile(environment: Environment(["XDG_STATE_HOME": folder])))
      #expect(file.path == folder + "/descent/progress.json")
      #expect(try file.load() == Progress())
      for (id, progress) in Self.some.lessons { try file.record(progress, for: id) }
      #expect(try file.load() == Self.some)
      try file.record(LessonProgress(position: "z", steps: ["z"]), for: "ewa")
      #expect(try file.load()["ewa"].steps == ["z"])
      #expect(try file.load()["adam"] == Self.some["adam"])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/descent")
      #expect(names == ["progress.json"])
    }
  }

  @Test func whatCannotBeReadIsKeptAside() throws {
    try Self.inFolder { folder in
      let file = ProgressFile(path: folder + "/progress.json")
      try Data("not json".utf8).write(to: URL(filePath: file.path))
      let failure = #expect(throws: ProgressFile.Failure.self) { try file.load() }
      #expect(
        failure?.error.message
          == "progress could not be read; it is kept as '\(file.path).broken-1'"
      )
      #expect(try file.load() == Progress())
      let kept = try Data(contentsOf: URL(filePath: file.path + ".broken-1"))
      #expect(String(decoding: kept, as: UTF8.self) == "not json")
    }
  }

  @Test func importAddsToWhatIsThere() throws {
    try Self.inFolder { folder in
      let file = ProgressFile(path: folder + "/progress.json")
      try file.record(LessonProgress(steps: ["c"], isFinished: false), for: "adam")
      let other = folder + "/other.json"
      try Data(Self.some.json.utf8).write(to: URL(filePath: other))
      try file.merge(from: other)
      #expect(try file.load()["adam"].steps == ["a", "b", "c"])
      #expect(try file.load()["adam"].isFinished)
      try Data("x".utf8).write(to: URL(filePath: other))
      #expect(throws: ProgressFile.Failure.self) { try file.merge(from: other) }
    }
  }

  @Test("a reset starts afresh, whoever wrote what is there")
  func reset() throws {
    try Self.inFolder { folder in
      let file = ProgressFile(path: folder + "/progress.json")
      for (number, text) in ["{\"version\":7}", "not json"].enumerated() {
        try Data(text.utf8).write(to: URL(filePath: file.path))
        if number == 0 { #expect(throws: ProgressFile.Failure.self) { try file.reset("adam") } }
        let aside = try #require(try file.reset())
        #expect(try Data(contentsOf: URL(filePath: aside)) == Data(text.utf8))
        #expect(try file.load() == Progress())
      }
      try file.record(LessonProgress(steps: ["a"]), for: "adam")
      try file.record(LessonProgress(steps: ["b"]), for: "ewa")
      try file.reset("adam")
      #expect(try file.load().lessons.keys.sorted() == ["ewa"])
      #expect(try file.reset() == nil)
      #expect(try file.load() == Progress())
    }
  }

  @Test("writers at once lose nothing of each other's")
  func concurrency() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = ProgressFile(path: folder.path() + "/progress.json")
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for lesson in 0..<10 {
            let progress = LessonProgress(steps: ["s"])
            #expect(throws: Never.self) { try file.record(progress, for: "\(writer)-\(lesson)") }
          }
        }
      }
    }
    #expect(try file.load().lessons.count == 40)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(names == ["progress.json"])
  }

  @Test func withoutAHomeThereIsNoFile() {
    #expect(ProgressFile(environment: Environment([:])) == nil)
    #expect(ProgressFile(environment: Environment(["XDG_STATE_HOME": "relative"])) == nil)
  }
}
