/// `descent test` over a whole course: every lesson, and what only the course can say about them.
package struct CourseChecker {
  let course: Course
  let reader: LessonReader
  let options: LessonChecker.Options
  /// The notebook that a lesson begins with.
  let start: (Lesson) -> LessonSession
  private var links: LinkChecker

  package init(
    course: Course,
    reader: LessonReader,
    options: LessonChecker.Options = .init(),
    start: @escaping (Lesson) -> LessonSession
  ) {
    self.course = course
    self.reader = reader
    self.options = options
    self.start = start
    links = LinkChecker(folder: course.directory, reader: reader)
  }

  /// Checks lessons one after the other; `each` hears of a report as soon as it is there.
  package mutating func report(each: (LessonReport) -> Void = { _ in }) -> CheckReport {
    var reports: [LessonReport] = []
    var identifiers: [String: String] = [:]
    var required: [(id: String, path: String)] = []
    let pages =
      course.entries.map { (path: course.path(of: $0), title: $0.title) }
      + course.appendices.map { (path: $0, title: $0) }
    for (path, title) in pages {
      if !FileBytes.exists(path) || reports.contains(where: { $0.path == path }) { continue }
      let report: LessonReport
      do {
        let lesson = try reader.read(path: path)
        var checked = self.report(on: lesson)
        if let other = identifiers[lesson.id] {
          checked.cases.append(
            Self.failed("id", "the id '\(lesson.id)' is taken by \(other)", line: 1)
          )
        }
        identifiers[lesson.id] = path
        required += lesson.requires.map { ($0, path) }
        report = checked
      } catch {
        report = LessonReport(path: path, title: title, faults: error.errors)
      }
      each(report)
      reports.append(report)
    }
    let contents = contentsReport(identifiers, required)
    each(contents)
    return CheckReport(lessons: reports + [contents])
  }

  /// One lesson with its links.
  package mutating func report(on lesson: Lesson) -> LessonReport {
    var report = LessonChecker.report(lesson, start: start(lesson), options: options)
    let failures = links.failures(of: lesson)
    if !lesson.links.isEmpty {
      report.cases.append(
        CheckCase(name: "links", heading: "", line: lesson.line, failures: failures)
      )
    }
    return report
  }
}

extension CourseChecker {
  private static func failed(_ name: String, _ message: String, line: Int) -> CheckCase {
    CheckCase(
      name: name,
      heading: "",
      line: line,
      failures: [CheckFailure(line: line, message: message)]
    )
  }

  /// What is wrong with the contents page: lessons that are not there, not listed, listed twice, or
  /// required and unknown.
  private func contentsReport(
    _ identifiers: [String: String],
    _ required: [(id: String, path: String)]
  ) -> LessonReport {
    var contents = CheckCase(name: "contents", heading: "", line: 1)
    func fail(_ line: Int, _ message: String, _ hint: String? = nil) {
      contents.failures.append(CheckFailure(line: line, message: message, hint: hint))
    }
    if course.title.isEmpty { fail(1, "the contents page has no title") }
    if course.entries.isEmpty {
      fail(1, "no lesson is listed", "1. [Title](01-name.md): a sentence")
    }
    var listed: [String: Int] = [:]
    for entry in course.entries {
      if let line = listed[entry.file] {
        fail(entry.line, "'\(entry.file)' is already listed in line \(line)")
      }
      listed[entry.file] = entry.line
      if !FileBytes.exists(course.path(of: entry)) {
        fail(entry.line, "'\(entry.file)' is not there")
      }
      if entry.summary.isEmpty {
        fail(entry.line, "'\(entry.title)' has no sentence", "say after the link what it is about")
      }
    }
    for file in FolderListing.markdownFiles(in: course.directory)
    where listed[file] == nil && !course.linkedFiles.contains(file) {
      fail(1, "'\(file)' is not listed", "add a line to \(Course.contentsFile)")
    }
    for (id, path) in required where identifiers[id] == nil {
      fail(1, "\(path) requires '\(id)', which is no lesson of the course")
    }
    return LessonReport(path: course.contentsPath, title: course.title, cases: [contents])
  }
}
