/// From a file to a lesson: limits, front matter, Markdown, and what the Markdown means.
package struct LessonReader {
  package let renderer: MarkdownRenderer

  package init(renderer: MarkdownRenderer) {
    self.renderer = renderer
  }

  package func read(path: String) throws(LessonFaults) -> Lesson {
    let source: LessonSource
    do {
      source = try LessonSource(path: path)
    } catch {
      throw LessonFaults([error])
    }
    return try read(source)
  }

  package func read(_ source: LessonSource) throws(LessonFaults) -> Lesson {
    var faults: [LessonError] = []
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
