import BuiltTool
import Foundation
import Lessons
import Notebook
import Site
import Testing
import Typesetting

/// A lesson means one thing: what `test` compares, what stands in the page, what `run` prints and
/// what the walk shows are the same, cell by cell.
///
/// `LAW=2000 swift test --filter LawTests` plays so many lessons made from seeds; with `LAW_COURSE`
/// they are left there as a course, for the browser's engine to be held to its pages.
@Suite struct LawTests {
  static let count = ProcessInfo.processInfo.environment["LAW"].flatMap(Int.init) ?? 300
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyVerbShowsTheSame() throws {
    let folder = try LawCourse.make(Self.count)
    defer { LawCourse.remove(folder) }
    let reader = LessonReader(renderer: BuiltTool.renderer())
    let data = try CourseData(directory: folder.path).store
    let files = (1...Self.count).map { folder.path + "/l\($0).md" }
    let printed = try PrintedCells(files)
    var tally: [String: Int] = [:]
    for file in files {
      let lesson = try reader.read(path: file)
      let law = LessonLaw(lesson, data: data)
      let broken = law.broken(printed: printed[lesson.path])
      #expect(broken == [], "\(file)")
      for (what, count) in law.tally { tally[what, default: 0] += count }
    }
    print("law: \(Self.count) lessons, \(tally.sorted { $0.key < $1.key })")
    #expect(tally["cells", default: 0] > Self.count)
    #expect(tally["asides", default: 0] > 0)
  }

  @Test func theCourseItselfObeys() throws {
    let folder = Self.root.appending(path: "lessons").path
    let reader = LessonReader(renderer: BuiltTool.renderer())
    let data = try CourseData(directory: folder).store
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let files = names.filter { $0.hasSuffix(".md") && $0 != "README.md" }
    var cells = 0
    for file in files {
      let lesson = try reader.read(path: folder + "/" + file)
      let law = LessonLaw(lesson, data: data)
      #expect(law.broken(printed: nil) == [], "\(file)")
      cells += law.tally["cells", default: 0]
    }
    print("law: \(files.count) lessons of the course, \(cells) cells")
    #expect(cells > 100)
  }
}
