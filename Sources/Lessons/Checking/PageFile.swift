import System

/// A page as a file: its bytes, and the lesson that they are.
package struct PageFile {
  package let course: Course
  /// Relative to the course.
  package let name: String
  /// As messages call it, and where it is written.
  package let path: String

  package init(_ name: String, of course: Course, shown: String? = nil) {
    self.course = course
    self.name = name
    path = shown ?? course.path(of: name)
  }

  var isContents: Bool { name == Course.contentsFile && !isLoose }

  /// Where no course lists it, a file may be reached through links.
  private var isLoose: Bool { course.entries.isEmpty }

  func bytes() throws(LessonFaults) -> [UInt8] {
    let limit = LessonLimits.standard.lessonBytes + LessonSource.excess
    return try Self.asking { () throws(LocatedError) in
      try LocatedError.asking { () throws(SystemError) in
        isLoose
          ? try NamedFile.read(path, limit: limit) : try course.folder.read(name, limit: limit)
      }
    }
  }

  func lesson(of bytes: [UInt8], _ reader: LessonReader) throws(LessonFaults) -> Lesson {
    let source = try Self.asking { () throws(LocatedError) in
      try LessonSource(path: path, bytes: bytes)
    }
    if !isContents { return try reader.read(source) }
    let tree = try Self.asking { () throws(LocatedError) in try reader.renderer.parse(source) }
    let contents = ContentsPage(source, tree)
    if !contents.faults.isEmpty { throw LessonFaults(contents.faults) }
    return contents.page
  }

  private static func asking<Result>(
    _ body: () throws(LocatedError) -> Result
  ) throws(LessonFaults) -> Result {
    do throws(LocatedError) {
      return try body()
    } catch {
      throw LessonFaults([error])
    }
  }
}
