import ArgumentParser
import Lessons
import Site
import System
import Terminal

/// Which course a command is about.
///
/// It is the one that is named, else the folder one stands in, else `lessons` in it; never another,
/// but that a learner who stands in none is shown the one that came with the tool.
struct CourseLocation {
  let finder: CourseFinder
  private let named: String?

  /// `named` is an option or an argument; the environment may name a course as well.
  init(_ named: String?, renderer: MarkdownRenderer) {
    self.named = named ?? Environment.process["DESCENT_COURSE"]
    let memory = StateFolder().map { ContentsMemory(folder: $0.path) }
    finder = CourseFinder(renderer: renderer, memory: memory)
  }

  /// The course, which has at least one lesson.
  func course(orInstalled: Bool = false) throws(LocatedError) -> Course {
    if let named { return try course(at: named) }
    for folder in Self.usual {
      do {
        if let course = try finder.course(in: folder) { return course }
      } catch {
        // To a learner a README.md that nobody can read is somebody else's.
        if !orInstalled { throw error }
      }
    }
    if orInstalled, let folder = Self.besideTheTool, let course = try finder.course(in: folder) {
      return course
    }
    throw LocatedError(
      file: Self.usual[0],
      message: "there is no course here",
      hint: "name its folder, or begin one: descent new --course lessons"
    )
  }

  /// The course that a path names: a folder, or a lesson in it.
  func course(at path: String) throws(LocatedError) -> Course {
    switch FileStatus(path)?.kind {
    case nil:
      throw LocatedError(file: path, message: "there is no course here: no such file or folder")
    case .folder?:
      if let course = try finder.course(in: path) { return course }
      throw LocatedError(
        file: path,
        message: "is no course: no list of its \(Course.contentsFile) links to a lesson in it",
        hint: "add a line to \(Course.contentsFile): 1. [Title](lesson.md): a sentence"
      )
    case .some:
      let course = finder.course(of: path).course
      if !course.entries.isEmpty { return course }
      throw LocatedError(
        file: path,
        message: "belongs to no course",
        hint: "list it in a \(Course.contentsFile): 1. [Title](lesson.md): a sentence"
      )
    }
  }

  /// What a learner opens: a course's folder, a lesson's file, else a name in the course at hand.
  func place(_ name: String?, isPath: Bool) throws(LocatedError) -> (
    course: Course, entry: Course.Entry?, isPath: Bool
  ) {
    guard let name, isPath, let kind = FileStatus(name)?.kind else {
      return (try course(orInstalled: true), nil, false)
    }
    if kind == .folder, let course = try finder.course(in: name) { return (course, nil, true) }
    guard kind != .folder, name.hasSuffix(".md") else {
      return (try course(orInstalled: true), nil, false)
    }
    var (course, file) = finder.course(of: name)
    if !course.entries.isEmpty, file == Course.contentsFile { return (course, nil, true) }
    if let entry = course.entries.first(where: { $0.file == file }) { return (course, entry, true) }
    // A page that is no lesson of its course is walked through by itself.
    let entry = Course.Entry(file: file, heading: [.text(file)])
    course.entries = [entry]
    return (course, entry, true)
  }

  /// A lesson that is named: where a course lists it, nothing but that course's own file; else
  /// whatever file it is.
  func lesson(at path: String, _ reader: LessonReader) throws(LessonFaults) -> Lesson {
    let (course, file) = finder.course(of: path)
    return course.entries.isEmpty
      ? try reader.read(path: path)
      : try reader.read(file, in: course.folder, shown: path)
  }

  /// Where a new lesson goes: never into the course that came with the tool.
  var folderOfTheAuthor: String {
    if let named { return named }
    let isCourse = (try? finder.course(in: Self.usual[0])) ?? nil
    return isCourse == nil ? Self.usual[1] : Self.usual[0]
  }

  /// The folder whose data a file works with: its course's, else its own; a script in a folder
  /// without data, and standard input, work with those of the course at hand.
  func folderOfData(for file: String) -> String {
    if file != Script.standardInput {
      let (course, _) = finder.course(of: file)
      let hasData = course.folder.exists("data")
      if file.hasSuffix(".md") || hasData { return course.directory }
    }
    return (try? course(orInstalled: true).directory) ?? Self.usual[0]
  }
}

extension CourseLocation {
  /// Where a course is looked for.
  private static let usual = [".", "lessons"]

  /// A course's own theme: `site` in it or beside it, or here if it is a whole one.
  static func theme(of course: Course) -> String? {
    let own = [course.path(of: "site"), NamedFile.split(course.directory).folder + "/site"]
    if let folder = own.first(where: { SiteTheme.isTheme($0) }) { return folder }
    return NamedFile.exists("site/templates/layout.mustache") ? "site" : nil
  }

  /// The theme that came with the tool, beside its course.
  static var builtInTheme: String? { besideTheTool.map { NamedFile.split($0).folder + "/site" } }

  /// `share/descent/lessons` beside the tool's `bin`, or `lessons` above the folder it was built in.
  private static var besideTheTool: String? {
    guard var folder = ThisProgram.path.map({ NamedFile.split($0).folder }) else { return nil }
    let installed = "\(NamedFile.split(folder).folder)/share/descent/lessons"
    if NamedFile.exists("\(installed)/\(Course.contentsFile)") { return installed }
    for _ in 0..<5 {
      folder = NamedFile.split(folder).folder
      if NamedFile.exists("\(folder)/lessons/\(Course.contentsFile)") { return "\(folder)/lessons" }
    }
    return nil
  }
}
