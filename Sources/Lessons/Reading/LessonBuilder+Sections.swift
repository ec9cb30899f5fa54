extension LessonBuilder {
  /// The blocks of a step, with `### Exercise:` and `### Quiz:` and what belongs to them gathered.
  mutating func sections(_ fragments: [LessonFragment]) -> [Block] {
    var result: [Block] = []
    var rest = fragments[...]
    while let start = rest.firstIndex(where: { Self.section($0) != nil }) {
      result += blocks(Array(rest[..<start]))
      let after = rest[(start + 1)...]
      let end = after.firstIndex(where: Self.endsSection) ?? rest.endIndex
      if case .node(let heading) = rest[start], let kind = Self.section(rest[start]) {
        var next: MarkdownNode?
        if end < rest.endIndex, case .node(let node) = rest[end] { next = node }
        let inner = Array(rest[(start + 1)..<end])
        result += section(kind, heading, inner, end: next.map { line($0) - 1 } ?? .max)
      }
      rest = rest[end...]
    }
    return result + blocks(Array(rest))
  }

  enum Section: String, CaseIterable {
    case exercise = "Exercise"
    case quiz = "Quiz"
  }

  private static func section(_ fragment: LessonFragment) -> Section? {
    guard case .node(let node) = fragment, node.headingLevel == 3,
      case .text(let text)? = node.children.first?.content
    else { return nil }
    return Section.allCases.first { text == $0.rawValue || text.hasPrefix($0.rawValue + ":") }
  }

  private static func endsSection(_ fragment: LessonFragment) -> Bool {
    guard case .node(let node) = fragment, let level = node.headingLevel else { return false }
    return level <= 3
  }

  private mutating func section(
    _ kind: Section,
    _ heading: MarkdownNode,
    _ fragments: [LessonFragment],
    end: Int
  ) -> [Block] {
    let whole = inlines(heading.children)
    let anchor = anchor(whole, heading)
    let inner = blocks(fragments)
    let title = Self.without(kind, whole)
    if title.plainText.isEmpty {
      fault(heading, "the heading has no title", "write '### \(kind.rawValue): what it is about'")
    }
    let block: Block?
    switch kind {
    case .exercise:
      var exercise = exercise(title, anchor, line(heading), inner)
      exercise?.endLine = end
      block = exercise.map { .exercise($0) }
    case .quiz:
      checkAnswers(fragments)
      var quiz = quiz(title, anchor, line(heading), inner)
      quiz?.endLine = end
      block = quiz.map { .quiz($0) }
    }
    return block.map { [$0] } ?? []
  }

  /// The heading's text after `Exercise:`.
  private static func without(_ kind: Section, _ heading: [Inline]) -> [Inline] {
    guard case .text(let text)? = heading.first else { return heading }
    var rest = text.dropFirst(kind.rawValue.count)
    if rest.first == ":" { rest = rest.dropFirst() }
    rest = rest.drop { $0 == " " }
    return (rest.isEmpty ? [] : [.text(String(rest))]) + heading.dropFirst()
  }
}
