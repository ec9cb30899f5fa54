/// The contents page of a course, `README.md`, read by the reader of lessons: the items of its
/// lists that begin with a link to a Markdown file are the lessons.
package struct ContentsPage {
  package let page: Lesson
  package let settings: CourseSettings
  package private(set) var entries: [Course.Entry] = []
  package private(set) var references: [Course.Entry] = []
  package private(set) var faults: [LocatedError]

  private let referenceLine: Int

  init(_ source: LessonSource, _ tree: MarkdownTree) {
    var faults: [LocatedError] = []
    settings = CourseSettings(of: source, faults: &faults)
    var builder = LessonBuilder(source: source, faults: faults, subject: "the contents page")
    page = builder.lesson(tree, head: FrontMatter())
    referenceLine = builder.referenceLine ?? .max
    self.faults = builder.faults
    for (part, step) in page.steps.enumerated() { read(step.blocks, part) }
    self.faults.sort { ($0.position ?? .start) < ($1.position ?? .start) }
  }
}

extension ContentsPage {
  private mutating func read(_ blocks: [Block], _ part: Int) {
    for block in blocks {
      switch block {
      case .list(let list):
        for item in list.items {
          read(item, part)
          read(item.blocks, part)
        }
      case .quote(let inner), .alert(_, let inner): read(inner, part)
      case .details(let details): read(details.blocks, part)
      case .paragraph, .heading, .table, .code, .math, .cell, .exercise, .quiz, .rule: break
      }
    }
  }

  private mutating func read(_ item: List.Item, _ part: Int) {
    guard case .paragraph(let text)? = item.blocks.first else { return }
    guard let (link, rest) = Self.leadingLink(text), let file = Self.lesson(link.target) else {
      if let target = Self.lessonLink(in: text) {
        fault(
          item.line,
          "this item links to '\(target)' and does not begin with it",
          "begin it with the link, - [Title](lesson.md): a sentence; or write a paragraph"
        )
      }
      return
    }
    let entry = Course.Entry(
      file: file,
      heading: link.heading,
      sentence: Self.sentence(rest),
      line: item.line,
      part: part
    )
    if file == Course.contentsFile {
      fault(item.line, "the contents page lists itself", "list lessons; link to it in a sentence")
    } else if item.line > referenceLine {
      references.append(entry)
    } else {
      entries.append(entry)
    }
  }

  private mutating func fault(_ line: Int, _ message: String, _ hint: String) {
    let place = SourcePosition(line: line)
    faults.append(LocatedError(file: page.path, position: place, message: message, hint: hint))
  }
}

extension ContentsPage {
  /// The link that text begins with, be it within emphasis, and what follows it.
  private static func leadingLink(
    _ text: [Inline]
  ) -> (link: (target: String, heading: [Inline]), rest: [Inline])? {
    let rest = Array(text.dropFirst())
    switch text.first {
    case .link(let target, _, let heading)?: return ((target, heading), rest)
    case .emphasis(let inner)?, .strong(let inner)?, .strikethrough(let inner)?:
      return leadingLink(inner).map { ($0.link, $0.rest + rest) }
    case .text(let blank)? where blank.allSatisfy(\.isWhitespace): return leadingLink(rest)
    default: return nil
    }
  }

  /// The file that a target names, where that is Markdown inside the course.
  private static func lesson(_ target: String) -> String? {
    guard case .relative(let path, _)? = LinkTarget(target) else { return nil }
    let file = CourseLinks.resolved(path, from: Course.contentsFile)
    return file.flatMap { $0.hasSuffix(".md") ? $0 : nil }
  }

  /// The first link of text to a Markdown file.
  private static func lessonLink(in text: [Inline]) -> String? {
    for piece in text {
      switch piece {
      case .link(let target, _, _):
        guard case .relative(let path, _)? = LinkTarget(target), path.hasSuffix(".md") else {
          continue
        }
        return target
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        if let target = lessonLink(in: inner) { return target }
      case .text, .code, .math, .image, .footnote, .proof, .softBreak, .lineBreak: continue
      }
    }
    return nil
  }

  /// What follows a link, without the mark that leads to it.
  private static func sentence(_ text: [Inline]) -> [Inline] {
    var rest = text[...]
    while let first = rest.first {
      switch first {
      case .softBreak, .lineBreak: rest = rest.dropFirst()
      case .text(let piece):
        let words = piece.drop { " \t\u{A0}:—–-".contains($0) }
        rest = rest.dropFirst()
        if words.isEmpty { continue }
        return [.text(String(words))] + rest
      default: return Array(rest)
      }
    }
    return []
  }
}
