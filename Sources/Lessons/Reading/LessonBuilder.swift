/// Makes a lesson of a Markdown tree and collects all that is wrong with it.
struct LessonBuilder {
  let source: LessonSource
  var faults: [LocatedError]
  var anchors = Anchors()
  /// Where each anchor was taken.
  private var anchorLines: [String: Int] = [:]
  var links: [Lesson.Link] = []
  var proven: Set<LinePlace> = []
  var decimals: [(LinePlace, UnprovenDecimal)] = []
  /// Not in the texts of links, nor where sources are listed.
  var countsDecimals = true
  /// Where `<!-- reference -->` stands, which means something on a contents page alone.
  var referenceLine: Int?
  /// What the page is called where it is at fault.
  private let subject: String

  init(source: LessonSource, faults: [LocatedError] = [], subject: String = "the lesson") {
    self.source = source
    self.faults = faults
    self.subject = subject
  }

  mutating func lesson(_ tree: MarkdownTree, head: FrontMatter) -> Lesson {
    var lesson = Lesson(
      path: source.path,
      id: head.id ?? Self.identifier(source.path),
      title: "",
      heading: [],
      summary: head.summary ?? "",
      requires: head.requires,
      seed: head.seed,
      precision: head.precision
    )
    lesson.was = head.was
    lesson.lineCount = source.lineCount
    var step = Step(title: "", heading: [], anchor: "", line: 1, isIntroduction: true)
    var inner: [LessonFragment] = []
    var hasTitle = false
    var nodes = tree.document.children
    // Definitions stand last, in the order of their first reference.
    let notes = nodes.firstIndex { $0.content == .footnote } ?? nodes.count
    checkFootnotes(tree.document)
    for node in nodes[notes...] {
      let inner = blocks(fragments(node.children))
      checkCells(ofFootnote: inner)
      lesson.footnotes.append(Footnote(number: lesson.footnotes.count + 1, blocks: inner))
    }
    nodes.removeSubrange(notes...)
    func close(_ builder: inout LessonBuilder) {
      builder.countsDecimals = step.title.lowercased() != "sources"
      step.blocks = builder.sections(inner)
      builder.countsDecimals = true
      inner = []
      if !step.isIntroduction || !step.blocks.isEmpty { lesson.steps.append(step) }
    }
    for fragment in fragments(nodes) {
      guard case .node(let node) = fragment, let level = node.headingLevel, level <= 2 else {
        inner.append(fragment)
        continue
      }
      let heading = inlines(node.children)
      let title = heading.shownText
      let anchor = anchor(heading, node)
      if level == 1 {
        if hasTitle {
          fault(node, "a second title '# \(title)'", "a lesson has one; steps begin with '## '")
          continue
        }
        hasTitle = true
        lesson.title = title
        lesson.heading = heading
        lesson.line = line(node)
        if step.isIntroduction {
          (step.title, step.heading, step.anchor) = (title, heading, anchor)
          step.line = lesson.line
        }
      } else {
        close(&self)
        step = Step(title: title, heading: heading, anchor: anchor, line: line(node))
      }
    }
    close(&self)
    if !hasTitle {
      fault(line: 1, "\(subject) has no title", "begin it with a line '# Title'")
    }
    lesson.links = links
    lesson.unproven = unprovenDecimals
    lesson.warnings = source.warnings
    checkParts(of: lesson)
    return lesson
  }

  /// `adam` of `lessons/05-adam.md`: the name without number and ending.
  private static func identifier(_ path: String) -> String {
    var name = path.split(separator: "/").last ?? "lesson"
    if name.hasSuffix(".md") { name = name.dropLast(3) }
    let rest = name.drop { $0.isASCII && $0.isNumber }
    let core = rest.hasPrefix("-") && rest.count > 1 ? rest.dropFirst() : name
    let slug = Anchors.slug(String(core))
    return slug.isEmpty ? "lesson" : slug
  }
}

extension LessonBuilder {
  /// The line in the file, whose front matter the renderer never saw.
  func line(_ node: MarkdownNode) -> Int { node.line + source.frontMatterLines }

  /// The anchor of a heading, which no other heading has.
  mutating func anchor(_ heading: [Inline], _ node: MarkdownNode) -> String {
    let title = heading.plainText
    let anchor = anchors.next(title)
    if title.allSatisfy(\.isWhitespace) {
      fault(node, "the heading is empty", "say what follows, or take it out")
    } else if let other = anchorLines.updateValue(line(node), forKey: anchor) {
      fault(
        node,
        "'\(title)' has the anchor '#\(anchor)', and so has the heading in line \(other)",
        "word one of them differently"
      )
    }
    return anchor
  }

  mutating func fault(_ node: MarkdownNode, _ message: String, _ hint: String? = nil) {
    let line = line(node)
    let column = source.column(line: line, byteColumn: node.column)
    faults.append(
      LocatedError(
        file: source.path,
        position: SourcePosition(line: line, column: column),
        message: message,
        hint: hint
      )
    )
  }

  /// A fault at a line of the renderer's counting.
  mutating func fault(line: Int, _ message: String, _ hint: String?) {
    fault(fileLine: line + source.frontMatterLines, message, hint)
  }

  mutating func fault(fileLine: Int, column: Int = 1, _ message: String, _ hint: String?) {
    faults.append(
      LocatedError(
        file: source.path,
        position: SourcePosition(line: fileLine, column: column),
        message: message,
        hint: hint
      )
    )
  }
}
