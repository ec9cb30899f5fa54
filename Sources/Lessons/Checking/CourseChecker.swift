import System

/// `descent test` over a whole course: every lesson, and what only the course can say about them.
package struct CourseChecker {
  package let course: Course
  let reader: LessonReader
  let options: LessonChecker.Options
  /// The notebook that a lesson begins with.
  let start: (Lesson) -> LessonStart
  private let lessons: Set<String>
  private var links: LinkChecker
  package private(set) var pages: PageQueue
  private var identifiers: [String: String] = [:]
  private var requirements = Requirements()
  private var former: [(file: String, name: String)] = []

  package init(
    course: Course,
    reader: LessonReader,
    options: LessonChecker.Options = .init(),
    start: @escaping (Lesson) -> LessonStart
  ) {
    self.course = course
    self.reader = reader
    self.options = options
    self.start = start
    lessons = Set(course.entries.map(\.file))
    links = LinkChecker(course: course, reader: reader)
    pages = PageQueue(course, links: links.links)
  }

  /// Checks lessons one after the other; `each` hears of a report as soon as it is there.
  package mutating func report(each: (LessonReport) -> Void = { _ in }) -> CheckReport {
    var reports: [LessonReport] = []
    let titles = Dictionary(
      (course.entries + course.references).map { ($0.file, $0.title) },
      uniquingKeysWith: { first, _ in first }
    )
    while let file = pages.next() {
      let path = course.path(of: file)
      if !course.folder.exists(file) { continue }
      let report: LessonReport
      do {
        report = try check(file).report
      } catch {
        report = LessonReport(path: path, title: titles[file] ?? path, faults: error.errors)
      }
      each(report)
      reports.append(report)
    }
    let contents = checkContents().report
    each(contents)
    return CheckReport(lessons: reports + [contents])
  }

  /// The next page to check, relative to the course: a lesson, or what one links to.
  package mutating func nextFile() -> String? { pages.next() }

  /// Reads a page of the course and checks it, with its id among the lessons.
  package mutating func check(_ file: String) throws(LessonFaults) -> CheckedLesson {
    let path = course.path(of: file)
    let lesson = try reader.read(file, in: course.folder)
    pages.add(linksOf: lesson, at: file)
    former += lesson.was.map { (file, $0) }
    var checked = check(lesson, at: file)
    if lessons.contains(file) {
      if let other = identifiers[lesson.id] {
        checked.report.cases.append(
          Self.failed("id", "the id '\(lesson.id)' is taken by \(other)", line: 1)
        )
      }
      identifiers[lesson.id] = path
      requirements.add(lesson)
    }
    return checked
  }

  /// One lesson with its links; `file` is its place in the course.
  package mutating func check(_ lesson: Lesson, at file: String) -> CheckedLesson {
    var checked = LessonChecker.check(lesson, start: start(lesson), options: options)
    checked.report.warnings = lesson.warnings + checked.report.warnings
    let failures = links.failures(of: lesson, at: file)
    if !lesson.links.isEmpty {
      checked.report.cases.append(
        CheckCase(name: "links", heading: "", line: lesson.line, failures: failures)
      )
    }
    return checked
  }

  /// The contents page: its text as any lesson's, its list, and what the lessons checked before
  /// require of each other.
  package mutating func checkContents() -> CheckedLesson {
    while let file = pages.next() {
      if let lesson = try? reader.read(file, in: course.folder) {
        pages.add(linksOf: lesson, at: file)
      }
    }
    var checked = check(course.page, at: Course.contentsFile)
    checked.report.faults = course.faults
    let finder = CourseFinder(renderer: reader.renderer)
    let errors = ContentsCheck(
      course,
      pages: pages.files,
      former: former,
      finder: finder
    ).errors
    var contents = CheckCase(name: "contents", heading: "", line: 1)
    contents.failures = errors.map {
      CheckFailure(line: $0.position?.line ?? 1, message: $0.message, hint: $0.hint)
    }
    contents.failures += requirements.failures
    checked.report.cases.append(contents)
    return checked
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
}
