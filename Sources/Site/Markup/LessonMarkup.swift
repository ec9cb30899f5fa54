package import Lessons
import Typesetting

/// Writes a lesson's blocks as HTML.
///
/// All text passes `Markup.escape`, no attribute holds script or
/// style, and the result is whole without JavaScript.
package struct LessonMarkup {
  /// What a medium wants of the same lesson.
  package struct Options {
    /// Added to every heading's level: 1 on the print page, whose H1 is the course.
    package var levelShift = 0
    /// Before every id, so that lessons can share a page.
    package var identifierPrefix = ""
    /// On the contents page: what the items that begin in these lines lead to.
    package var cards: [Int: Card] = [:]
    /// Hidden cells are written too, for the page's script to run.
    package var isLive = true

    package init() {}
  }

  /// What came of playing and checking the lesson, by lines of its file.
  package struct Results {
    /// Cells, by the line of their fence.
    package var cells: [Int: PlayedCell]
    /// The line of the cell after which each quiz is asked, by the quiz's own.
    package var quizStarts: [Int: Int] = [:]
    /// What does not hold, by the line where it is shown.
    package var failures: [Int: [CheckFailure]] = [:]

    package init(cells: [Int: PlayedCell] = [:]) { self.cells = cells }

    package init(_ checked: CheckedLesson) {
      cells = checked.cells
      quizStarts = checked.quizStarts
      failures = checked.failures
    }
  }

  package private(set) var html = ""
  /// Files of the course that the page shows, to be copied beside it.
  package internal(set) var files: [String] = []

  let file: String
  let links: SiteLinks
  let results: Results
  let options: Options
  var seenFootnotes: Set<Int> = []
  private var wideCount = 0

  package init(
    file: String,
    links: SiteLinks,
    results: Results = Results(),
    options: Options = Options()
  ) {
    self.file = file
    self.links = links
    self.results = results
    self.options = options
  }

  package mutating func write(_ steps: [Step]) {
    for step in steps {
      if !step.isIntroduction { write(heading: step.heading, level: 2, anchor: step.anchor) }
      write(step.blocks)
    }
  }

  package mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  package mutating func write(_ footnotes: [Footnote]) {
    for footnote in footnotes {
      append("<li id=\"\(identifier("fn:\(footnote.number)"))\">")
      write(footnote.blocks)
      let back = identifier("fnref:\(footnote.number)")
      append(
        " <a href=\"#\(back)\" aria-label=\"Back to reference \(footnote.number)\">↩</a></li>\n"
      )
    }
  }

  /// An id of this lesson, escaped.
  func identifier(_ name: String) -> String { Markup.escape(options.identifierPrefix + name) }

  mutating func append(_ text: String) { html += text }
}

extension LessonMarkup {
  /// What a check found wrong at this line, for a page that is shown in spite of it.
  mutating func write(failuresAt line: Int) {
    for failure in results.failures[line] ?? [] {
      let hint = failure.hint.map { ["hint: \($0)"] } ?? []
      let lines = ["line \(failure.line): \(failure.message)"] + failure.difference + hint
      append("<pre class=\"failure\">\(Markup.escape(lines.joined(separator: "\n")))</pre>\n")
    }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let content): element("p", content)
    case .heading(let level, let content, let anchor):
      write(heading: content, level: level, anchor: anchor)
    case .quote(let blocks):
      append("<blockquote>\n")
      write(blocks)
      append("</blockquote>\n")
    case .alert(let kind, let blocks):
      append("<div class=\"alert \(kind.rawValue.lowercased())\">")
      append("<p class=\"kind\">\(kind.title)</p>\n")
      write(blocks)
      append("</div>\n")
    case .list(let list): write(list)
    case .table(let table): write(table)
    case .code(_, let text): append("<pre><code>\(Markup.escape(text))</code></pre>\n")
    case .math(let formula, let tex):
      append(Self.display(formula, tex) + "\n")
    case .cell(let cell): write(cell)
    case .details(let details): write(details)
    case .exercise(let exercise): write(exercise)
    case .quiz(let quiz): write(quiz)
    case .rule: append("<hr>\n")
    }
  }

  mutating func element(_ name: String, _ content: [Inline]) {
    append("<\(name)>")
    write(inline: content)
    append("</\(name)>\n")
  }

  /// A heading links to itself, so that its address can be taken.
  mutating func write(heading: [Inline], level: Int, anchor: String, kind: String? = nil) {
    let level = min(level + options.levelShift, 6)
    append("<h\(level) id=\"\(identifier(anchor))\">")
    if let kind { append("<span class=\"kind\">\(kind)</span>") }
    let hasLink = heading.contains { if case .link = $0 { true } else { false } }
    if !hasLink { append("<a class=\"anchor\" href=\"#\(identifier(anchor))\">") }
    write(inline: heading)
    append((hasLink ? "" : "</a>") + "</h\(level)>\n")
  }

  mutating func write(_ details: Details) {
    append("<details><summary>")
    write(inline: details.summary)
    append("</summary>\n")
    write(details.blocks)
    append("</details>\n")
  }

  private mutating func write(_ list: List) {
    if !options.cards.isEmpty, list.items.contains(where: { options.cards[$0.line] != nil }) {
      return write(cards: list)
    }
    let name = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    append("<\(name)\(start)>\n")
    for item in list.items {
      append("<li>")
      if let isChecked = item.isChecked { append(isChecked ? "☑ " : "☐ ") }
      for block in item.blocks {
        if list.isTight, case .paragraph(let content) = block {
          write(inline: content)
        } else {
          write(block)
        }
      }
      append("</li>\n")
    }
    append("</\(name)>\n")
  }

  private mutating func write(_ table: MarkdownTable) {
    wideCount += 1
    let isWide = table.header.count > 3
    append(
      "<div class=\"wide\"\(Self.scrolling(isWide, "Table \(wideCount)"))><table>\n<thead><tr>"
    )
    for (column, content) in table.header.enumerated() {
      append("<th scope=\"col\"\(Self.alignment(table, column))>")
      write(inline: content)
      append("</th>")
    }
    append("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      append("<tr>")
      for (column, content) in row.enumerated() {
        append("<td\(Self.alignment(table, column))>")
        write(inline: content)
        append("</td>")
      }
      append("</tr>\n")
    }
    append("</tbody>\n</table></div>\n")
  }

  private static func alignment(_ table: MarkdownTable, _ column: Int) -> String {
    guard column < table.alignments.count else { return "" }
    return switch table.alignments[column] {
    case .right: " class=\"right\""
    case .centre: " class=\"centre\""
    case .none, .left: ""
    }
  }

  /// A formula on lines of its own, with its text as alternative.
  static func display(_ formula: MathNode, _ text: String) -> String {
    let keyboard = scrolling(text.count > 40, "Formula")
    let html = formula.mathML(display: true, alternative: text)
    return "<div class=\"formula\"\(keyboard)>\(html)</div>"
  }

  /// What a keyboard needs to scroll a box that may be wider than a phone.
  private static func scrolling(_ isWide: Bool, _ label: String) -> String {
    isWide ? " tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"" : ""
  }
}
