import Lessons

/// Lessons and their steps, for the completion of the system's shell.
enum LessonNames {
  /// All names that fit what is typed: lessons with their number and without, and behind a `#` the
  /// steps of one.
  static func beginning(with typed: String) -> [String] {
    let renderer = MarkdownRenderer.ofThisTool()
    let location = CourseLocation(nil, renderer: renderer)
    guard let course = try? location.course(orInstalled: true) else { return [] }
    let parts = typed.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let names =
      parts.count == 2 ? steps(of: String(parts[0]), in: course, renderer) : lessons(of: course)
    return names.filter { $0.hasPrefix(typed) }
  }

  private static func lessons(of course: Course) -> [String] {
    let names = course.entries.map { $0.name }
    return names + names.map { String(Course.withoutNumber($0)) }.filter { !names.contains($0) }
  }

  private static func steps(
    of name: String,
    in course: Course,
    _ renderer: MarkdownRenderer
  ) -> [String] {
    guard let entry = course.entry(named: name),
      let lesson = try? LessonReader(renderer: renderer).read(entry.file, in: course.folder)
    else { return [] }
    return lesson.steps.filter { !$0.isIntroduction }.map { "\(name)#\($0.anchor)" }
  }
}
