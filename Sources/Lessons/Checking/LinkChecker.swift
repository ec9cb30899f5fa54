import Formulas

/// Whether links and anchors of lessons lead somewhere inside the course's folder.
package struct LinkChecker {
  let links: CourseLinks
  private let course: Course
  private let reader: LessonReader
  /// Anchors by file, of lessons read so far; nil for files that are no lesson.
  private var anchors: [String: Set<String>?] = [:]

  package init(course: Course, reader: LessonReader) {
    self.course = course
    self.reader = reader
    links = CourseLinks(directory: course.directory)
    anchors[Course.contentsFile] = course.page.path.isEmpty ? nil : course.page.anchors
  }

  /// Links that lead nowhere; `file` is the lesson's, relative to the course.
  package mutating func failures(of lesson: Lesson, at file: String) -> [CheckFailure] {
    anchors[file] = lesson.anchors
    var failures: [CheckFailure] = []
    for link in lesson.links {
      do throws(CourseLinks.Problem) {
        try check(link.target, at: file)
      } catch {
        failures.append(
          CheckFailure(
            line: link.position.line,
            column: link.position.column,
            message: error.message,
            hint: error.hint
          )
        )
      }
    }
    return failures
  }
}

extension LinkChecker {
  private mutating func check(_ target: String, at file: String) throws(CourseLinks.Problem) {
    guard case .page(let page, let anchor?) = try links.destination(of: target, from: file),
      let names = names(in: page), !names.contains(anchor)
    else { return }
    let hint = Suggestion.nearest(to: anchor, among: names.sorted()).map {
      "did you mean '#\($0)'?"
    }
    throw CourseLinks.Problem(message: "link '\(target)' names no heading", hint: hint)
  }

  private mutating func names(in file: String) -> Set<String>? {
    if let known = anchors[file] { return known }
    let names = try? reader.read(file, in: course.folder).anchors
    anchors[file] = .some(names)
    return names
  }
}
