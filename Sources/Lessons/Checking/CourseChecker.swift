import System

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
    links = LinkChecker(course: course, reader: reader)
  }

  /// Checks lessons one after the other; `each` hears of a report as soon as it is there.
  package mutating func report(each: (LessonReport) -> Void = { _ in }) -> CheckReport {
    var reports: [LessonReport] = []
    var identifiers: [String: String] = [:]
    var requirements = Requirements()
    let titles = Dictionary(
      (course.entries + course.references).map { ($0.file, $0.title) },
      uniquingKeysWith: { first, _ in first }
    )
    let lessons = Set(course.entries.map(\.file))
    var pages = PageQueue(course, links: links.links)
    while let file = pages.next() {
      let path = course.path(of: file)
      if !course.folder.exists(file) { continue }
      let report: LessonReport
      do {
        let lesson = try reader.read(file, in: course.folder)
        pages.add(linksOf: lesson, at: file)
        var checked = self.report(on: lesson, at: file)
        if lessons.contains(file) {
          if let other = identifiers[lesson.id] {
            checked.cases.append(
              Self.failed("id", "the id '\(lesson.id)' is taken by \(other)", line: 1)
            )
          }
          identifiers[lesson.id] = path
          requirements.add(lesson)
        }
        report = checked
      } catch {
        report = LessonReport(path: path, title: titles[file] ?? path, faults: error.errors)
      }
      each(report)
      reports.append(report)
    }
    let contents = contentsReport(pages.files, requirements)
    each(contents)
    return CheckReport(lessons: reports + [contents])
  }

  /// One lesson with its links; `file` is its place in the course.
  package mutating func report(on lesson: Lesson, at file: String) -> LessonReport {
    var report = LessonChecker.report(lesson, start: start(lesson), options: options)
    report.warnings = lesson.warnings + report.warnings
    let failures = links.failures(of: lesson, at: file)
    if !lesson.links.isEmpty {
      report.cases.append(
        CheckCase(name: "links", heading: "", line: lesson.line, failures: failures)
      )
    }
    return report
  }

  /// The contents page alone: its text as any lesson's, and its list.
  package mutating func contentsReport() -> LessonReport {
    var pages = PageQueue(course, links: links.links)
    while let file = pages.next() {
      if let lesson = try? reader.read(file, in: course.folder) {
        pages.add(linksOf: lesson, at: file)
      }
    }
    return contentsReport(pages.files, Requirements())
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

  private mutating func contentsReport(
    _ pages: [String],
    _ requirements: Requirements
  ) -> LessonReport {
    var report = report(on: course.page, at: Course.contentsFile)
    report.faults = course.faults
    let finder = CourseFinder(renderer: reader.renderer)
    let errors = ContentsCheck(course, pages: pages, finder: finder).errors
    var contents = CheckCase(name: "contents", heading: "", line: 1)
    contents.failures = errors.map {
      CheckFailure(line: $0.position?.line ?? 1, message: $0.message, hint: $0.hint)
    }
    contents.failures += requirements.failures
    report.cases.append(contents)
    return report
  }
}
