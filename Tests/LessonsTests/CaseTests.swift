import BuiltTool
import Foundation
import Lessons
import Recording
import Testing

/// Each folder of `Cases` holds a lesson and what it is read as: an outline, or its errors.
///
/// `ACCEPT=1 swift test` rewrites what is expected.
@Suite struct CaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test("a lesson is read as its case expects", arguments: names)
  func reads(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "lesson.md")))
    let found = Self.reading(bytes)
    #expect(try Recording(folder.appending(path: "expected.txt")).fault(of: found) == nil)
  }

  @Test func thereAreCases() {
    #expect(Self.names.count > 10)
  }

  static func reading(_ bytes: [UInt8]) -> String {
    do {
      let source = try LessonSource(path: "lesson.md", bytes: bytes)
      return Outline(try LessonReader(renderer: BuiltTool.renderer()).read(source)).text
    } catch let error as LocatedError {
      return error.text + "\n"
    } catch let faults as LessonFaults {
      return faults.text + "\n"
    } catch {
      return "\(error)\n"
    }
  }
}
