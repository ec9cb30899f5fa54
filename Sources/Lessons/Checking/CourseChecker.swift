/// `descent test` over a whole course: every lesson, and what only the course can say about them.
package struct CourseChecker {
  let course: Course
  let reader: LessonReader
  let options: LessonChecker.Options
  /// The notebook that a lesson begins with.
  let start: (Lesson) -> LessonSession
  private var links: LinkChecker

  /// A lesson that wants another to be taken first.
  private struct Requirement {
    var lesson: String
    var path: String
    var id: String
  }

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
    var required: [Requirement] = []
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
        required += lesson.requires.map { Requirement(lesson: lesson.id, path: path, id: $0) }
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
    report.warnings = lesson.warnings + report.warnings
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
  /// The circles among lessons that require each other, each told once, from its first lesson on.
  private static func circles(_ required: [Requirement]) -> [[String]] {
    let needs = Dictionary(grouping: required, by: \.lesson).mapValues { $0.map(\.id) }
    var isDone: Set<String> = []
    var circles: [[String]] = []
    func visit(_ id: String, _ way: [String]) {
      if let start = way.firstIndex(of: id) {
        circles.append(Array(way[start...]))
      } else if isDone.insert(id).inserted {
        for next in needs[id] ?? [] { visit(next, way + [id]) }
      }
    }
    for requirement in required { visit(requirement.lesson, []) }
    return circles
  }

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
    _ required: [Requirement]
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
    let files = FolderListing.markdownFiles(in: course.directory)
    let sorted = files.sorted { $0.lowercased() < $1.lowercased() }
    for (name, other) in zip(sorted, sorted.dropFirst())
    where name.lowercased() == other.lowercased() {
      fail(1, "'\(name)' and '\(other)' are one file where case does not count", "rename one")
    }
    for file in files
    where listed[file] == nil && !course.linkedFiles.contains(file) {
      fail(1, "'\(file)' is not listed", "add a line to \(Course.contentsFile)")
    }
    for need in required where identifiers[need.id] == nil {
      fail(1, "\(need.path) requires '\(need.id)', which is no lesson of the course")
    }
    for circle in Self.circles(required) {
      fail(
        1,
        circle.count == 1
          ? "'\(circle[0])' requires itself"
          : (circle + [circle[0]]).map { "'\($0)'" }.joined(separator: " requires "),
        "a lesson requires those that come before it"
      )
    }
    return LessonReport(path: course.contentsPath, title: course.title, cases: [contents])
  }
}
