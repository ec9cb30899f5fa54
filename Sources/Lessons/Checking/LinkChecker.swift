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

  /// Whether links lead somewhere, nil where there are none; `file` is the lesson's, relative to the
  /// course.
  mutating func check(_ lesson: Lesson, at file: String, _ lines: [Range<Int>]) -> CheckCase? {
    anchors[file] = lesson.anchors
    let links = lesson.links.filter { lines.contains(line: $0.position.line) }
    if links.isEmpty { return nil }
    var result = CheckCase(name: "links", heading: "", line: lesson.line)
    for link in links {
      do throws(CourseLinks.Fault) {
        try check(link.target, at: file)
      } catch {
        result.failures.append(
          CheckFailure(
            line: link.position.line,
            column: link.position.column,
            message: error.message,
            hint: error.hint
          )
        )
      }
    }
    return result
  }
}

extension LinkChecker {
  private mutating func check(_ target: String, at file: String) throws(CourseLinks.Fault) {
    guard case .page(let page, let anchor?) = try links.destination(of: target, from: file),
      let names = names(in: page), !names.contains(anchor)
    else { return }
    let hint = Suggestion.nearest(to: anchor, among: names.sorted()).map {
      "did you mean '#\($0)'?"
    }
    throw CourseLinks.Fault(message: "link '\(target)' names no heading", hint: hint)
  }

  private mutating func names(in file: String) -> Set<String>? {
    if let known = anchors[file] { return known }
    let names = try? reader.read(file, in: course.folder).anchors
    anchors[file] = .some(names)
    return names
  }
}
