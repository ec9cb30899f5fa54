/// Which parts of a lesson are checked: all, or what stands below some headings or at a line.
///
/// What comes before them runs all the same.
package struct CheckScope: Equatable, Sendable {
  /// Parts of the titles of steps, in any case of letters; none for all.
  package var headings: [String]
  /// A line of the file; the cell, exercise, quiz or else step that it is in.
  package var line: Int?

  package static let all = CheckScope()

  package init(headings: [String] = [], line: Int? = nil) {
    self.headings = headings
    self.line = line
  }

  package var isAll: Bool { headings.isEmpty && line == nil }

  /// The headings that none of these lessons has.
  package func unmatched(in lessons: [LessonReport]) -> [String] {
    headings.filter { heading in
      !lessons.contains { $0.steps.contains { Self.matches($0, heading) } }
    }
  }

  /// Where the parts of a lesson begin, and one line after each; nothing where it has none of them.
  func lines(of lesson: Lesson) -> [Range<Int>] {
    if isAll { return [0..<Int.max] }
    let named = lesson.steps.indices.filter { index in
      headings.contains { Self.matches(lesson.steps[index].title, $0) }
    }
    return named.map(lesson.lines(ofStep:)) + [line.flatMap(lesson.part(at:))].compactMap { $0 }
  }

  /// The same parts, after what stands in them has become longer or shorter.
  func anchored(in lesson: Lesson) -> CheckScope {
    CheckScope(headings: headings, line: line.flatMap(lesson.part(at:))?.lowerBound ?? line)
  }

  private static func matches(_ title: String, _ heading: String) -> Bool {
    title.lowercased().contains(heading.lowercased())
  }
}

extension [Range<Int>] {
  func contains(line: Int) -> Bool { contains { $0.contains(line) } }
}

extension Lesson {
  /// The lines of a step, up to the next or the end of the file.
  fileprivate func lines(ofStep index: Int) -> Range<Int> {
    let end = index + 1 < steps.count ? steps[index + 1].line : lineCount + 1
    return steps[index].line..<max(end, steps[index].line + 1)
  }

  /// The lines of the smallest part that a line is in; a cell's are told by its first.
  fileprivate func part(at line: Int) -> Range<Int>? {
    guard let index = steps.lastIndex(where: { $0.line <= line }) else { return nil }
    let step = lines(ofStep: index)
    if !step.contains(line) { return nil }
    let cell = steps[index].blocks.cells.first { $0.allLines.contains(line) }
    if let first = cell?.lines.lowerBound { return first..<first + 1 }
    for block in steps[index].blocks {
      let lines =
        switch block {
        case .exercise(let exercise): exercise.line...exercise.endLine
        case .quiz(let quiz): quiz.line...quiz.endLine
        default: 0...0
        }
      if lines.contains(line) { return Range(lines.clamped(to: ClosedRange(step))) }
    }
    return step
  }
}
