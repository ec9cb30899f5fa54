package import System

/// From a file to a lesson: limits, front matter, Markdown, and what the Markdown means.
package struct LessonReader {
  package let renderer: MarkdownRenderer

  package init(renderer: MarkdownRenderer) {
    self.renderer = renderer
  }

  /// Reads a file that was named.
  package func read(path: String) throws(LessonFaults) -> Lesson {
    try read { () throws(LocatedError) in try LessonSource(path: path) }
  }

  /// Reads a file of a course; `shown` is what messages call it, where that is another name.
  package func read(
    _ file: String,
    in folder: Folder,
    shown: String? = nil
  ) throws(LessonFaults) -> Lesson {
    try read { () throws(LocatedError) in
      try LessonSource(file: file, in: folder, shown: shown)
    }
  }

  private func read(
    _ source: () throws(LocatedError) -> LessonSource
  ) throws(LessonFaults) -> Lesson {
    let found: LessonSource
    do throws(LocatedError) {
      found = try source()
    } catch {
      throw LessonFaults([error])
    }
    return try read(found)
  }

  package func read(_ source: LessonSource) throws(LessonFaults) -> Lesson {
    var faults: [LocatedError] = []
    let head = FrontMatter(of: source, faults: &faults)
    let tree: MarkdownTree
    do {
      tree = try renderer.parse(source)
    } catch {
      throw LessonFaults(faults + [error])
    }
    var builder = LessonBuilder(source: source, faults: faults)
    let lesson = builder.lesson(tree, head: head)
    if builder.faults.isEmpty { return lesson }
    throw LessonFaults(
      builder.faults.sorted { ($0.position ?? .start) < ($1.position ?? .start) }
    )
  }
}

extension SourcePosition {
  static let start = SourcePosition(line: 1)
}
