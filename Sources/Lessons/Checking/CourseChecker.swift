import System

/// `descent test` over a whole course: every lesson, and what only the course can say about them.
package struct CourseChecker {
  package let course: Course
  let reader: LessonReader
  let options: LessonChecker.Options
  /// The notebook that a lesson begins with.
  let start: (Lesson) -> LessonStart
  /// Asked before a page's file is made to show what its cells put out, with the file's path and
  /// what would change; nil where nothing is to be written.
  package var wantsEdit: ((_ path: String, _ difference: [String]) -> Bool)?
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

  /// One page by itself.
  package mutating func report(of page: PageFile) -> LessonReport {
    if page.isContents { return checkContents().report }
    do {
      return try check(page).report
    } catch {
      return LessonReport(path: page.path, title: page.path, faults: error.errors)
    }
  }

  /// The next page to check, relative to the course: a lesson, or what one links to.
  package mutating func nextFile() -> String? { pages.next() }

  /// Reads a page of the course and checks it, with its id among the lessons.
  package mutating func check(_ file: String) throws(LessonFaults) -> CheckedLesson {
    let page = PageFile(file, of: course)
    var checked = try check(page)
    let lesson = checked.lesson
    pages.add(linksOf: lesson, at: file)
    former += lesson.was.map { (file, $0) }
    if lessons.contains(file), options.scope.isAll {
      if let other = identifiers[lesson.id] {
        checked.report.cases.append(
          Self.failed("id", "the id '\(lesson.id)' is taken by \(other)", line: 1)
        )
      }
      identifiers[lesson.id] = page.path
      requirements.add(lesson)
    }
    return checked
  }

  /// Reads a page and checks it with its links.
  package mutating func check(_ page: PageFile) throws(LessonFaults) -> CheckedLesson {
    let bytes = try page.bytes()
    let checked = check(try page.lesson(of: bytes, reader), at: page.name, options)
    guard let wantsEdit else { return checked }
    let acceptance = Acceptance(checked, bytes: bytes, scope: options.scope)
    let edits = acceptance.edits.filter { wantsEdit(page.path, acceptance.difference(of: $0)) }
    if edits.isEmpty { return checked }
    var options = options
    options.scope = options.scope.anchored(in: checked.lesson)
    do {
      let revision = try acceptance.revision(edits) { bytes throws(LessonFaults) in
        check(try page.lesson(of: bytes, reader), at: page.name, options)
      }
      try WholeFile.replace(bytes, with: revision.bytes, at: page.path)
      return revision.checked
    } catch {
      var checked = checked
      checked.report.obstacle = Acceptance.obstacle(error, page.path)
      return checked
    }
  }

  /// One lesson with its links; `file` is its place in the course.
  private mutating func check(
    _ lesson: Lesson,
    at file: String,
    _ options: LessonChecker.Options
  ) -> CheckedLesson {
    var checked = LessonChecker.check(lesson, start: start(lesson), options: options)
    checked.report.warnings = lesson.warnings + checked.report.warnings
    let wanted = options.scope.lines(of: lesson)
    if let result = links.check(lesson, at: file, wanted) { checked.report.cases.append(result) }
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
    var checked = contents()
    if checked.report.faults.isEmpty { checked.report.faults = course.faults }
    if !options.scope.isAll { return checked }
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
  /// The contents page by itself; it is read again only where it may have to be written.
  private mutating func contents() -> CheckedLesson {
    if wantsEdit == nil || !course.faults.isEmpty {
      return check(course.page, at: Course.contentsFile, options)
    }
    let page = PageFile(Course.contentsFile, of: course)
    do {
      return try check(page)
    } catch {
      return CheckedLesson(course.page, report: LessonReport(path: page.path, faults: error.errors))
    }
  }

  private static func failed(_ name: String, _ message: String, line: Int) -> CheckCase {
    CheckCase(
      name: name,
      heading: "",
      line: line,
      failures: [CheckFailure(line: line, message: message)]
    )
  }
}
