import Lessons
import Notebook
import System

/// What `descent test` checks: a course, a page, or what stands at a line of one.
struct TestTarget {
  var course: Course
  /// Nil for all of the course.
  var page: PageFile?
  var line: Int?
  var data: DataStore

  init(_ course: Course) throws(LocatedError) {
    self.course = course
    data = try CourseData(directory: course.directory).store
  }

  /// A folder is a course's; a file may be named with a line, as messages name it.
  ///
  /// Its data are those of the course it belongs to, if no other is named.
  init(_ path: String, in named: Course?, _ location: CourseLocation) throws(LocatedError) {
    let (file, line) = Self.split(path)
    guard let kind = FileStatus(file)?.kind, kind != .folder else {
      if line != nil {
        throw LocatedError(
          file: path,
          message: "a folder has no lines",
          hint: "name a file in it: lesson.md:12"
        )
      }
      try self.init(location.course(at: path))
      return
    }
    let (course, name) = location.finder.course(of: file)
    try self.init(named ?? course)
    self.course = course
    self.line = line
    page = PageFile(name, of: course, shown: file)
  }

  /// The files and folders in which a change calls for another check.
  var sources: [String] {
    guard let page, course.entries.isEmpty else { return [course.directory] }
    return [page.path, course.path(of: "data")]
  }

  /// `lesson.md:12`, or `lesson.md:12:5` as an error has it; nothing of a path that is there as it is.
  private static func split(_ path: String) -> (file: String, line: Int?) {
    if FileStatus(path) != nil { return (path, nil) }
    var rest = path[...]
    var line: Int?
    for _ in 0..<2 {
      guard let colon = rest.lastIndex(of: ":"),
        let number = Int(rest[rest.index(after: colon)...]), number > 0
      else { break }
      (rest, line) = (rest[..<colon], number)
    }
    return FileStatus(String(rest)) == nil ? (path, nil) : (String(rest), line)
  }
}
