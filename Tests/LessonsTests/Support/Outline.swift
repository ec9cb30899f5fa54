import Lessons
import Notebook

/// A lesson as a plain outline, to compare with a file.
struct Outline {
  private(set) var lines: [String] = []

  init(_ lesson: Lesson) {
    add(0, "lesson \(lesson.id): \(lesson.title)")
    if !lesson.summary.isEmpty { add(1, "summary: \(lesson.summary)") }
    if !lesson.requires.isEmpty { add(1, "requires: \(lesson.requires.joined(separator: ", "))") }
    if let seed = lesson.seed { add(1, "seed: \(seed)") }
    if let precision = lesson.precision { add(1, "precision: \(precision)") }
    for step in lesson.steps {
      let kind = step.isIntroduction ? "introduction" : "step"
      add(0, "\(kind) #\(step.anchor) line \(step.line): \(step.title)")
      add(step.blocks, 1)
    }
    for note in lesson.footnotes {
      add(0, "footnote \(note.number)")
      add(note.blocks, 1)
    }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func add(_ depth: Int, _ text: String) {
    let indent = String(repeating: "  ", count: depth)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(indent + line)
    }
  }

  private mutating func add(_ blocks: [Block], _ depth: Int) {
    for block in blocks { add(block, depth) }
  }

  private mutating func add(_ block: Block, _ depth: Int) {
    switch block {
    case .paragraph(let inlines): add(depth, "paragraph: " + Self.text(inlines))
    case .heading(let level, let inlines, let anchor):
      add(depth, "heading \(level) #\(anchor): " + Self.text(inlines))
    case .quote(let inner):
      add(depth, "quote")
      add(inner, depth + 1)
    case .alert(let alert, let inner):
      add(depth, "alert \(alert.title)")
      add(inner, depth + 1)
    case .list(let list):
      add(depth, "list \(list.start.map { "from \($0)" } ?? "bullets") tight \(list.isTight)")
      for item in list.items {
        let mark = item.isChecked.map { $0 ? " [x]" : " [ ]" } ?? ""
        add(depth + 1, "item line \(item.line)\(mark)")
        add(item.blocks, depth + 2)
      }
    case .table(let table):
      add(depth, "table \(table.alignments)")
      for row in [table.header] + table.rows {
        add(depth + 1, row.map(Self.text).joined(separator: " | "))
      }
    case .code(let language, let text): add(depth, "code \(language)\n\(text)")
    case .math(_, let tex): add(depth, "math \(tex)")
    case .cell(let cell): add(cell, depth)
    case .details(let details):
      add(depth, "details line \(details.line): " + Self.text(details.summary))
      add(details.blocks, depth + 1)
    case .exercise(let exercise):
      add(depth, "exercise \(exercise.id) #\(exercise.anchor): " + Self.text(exercise.title))
      add(exercise.prompt, depth + 1)
      add(exercise.starter, depth + 1)
      for hint in exercise.hints { add(.details(hint), depth + 1) }
      add(.details(exercise.solution), depth + 1)
      add(exercise.check, depth + 1)
      add(exercise.closing, depth + 1)
    case .quiz(let quiz):
      add(depth, "quiz #\(quiz.id): " + Self.text(quiz.title))
      add(quiz.prompt, depth + 1)
      add(quiz.answer, depth + 1)
      add(quiz.closing, depth + 1)
    case .rule: add(depth, "rule")
    }
  }

  private mutating func add(_ cell: Cell, _ depth: Int) {
    let words = cell.words
    var marks: [String] = []
    let flags = [
      (words.isSetup, "setup"), (words.isHidden, "hidden"), (words.isFolded, "folded"),
      (words.isSkipped, "skip"), (words.isUnchecked, "nocheck"), (words.fails, "fails"),
      (words.isSlow, "slow"), (words.isStatic, "static"), (words.isExact, "exact"),
    ]
    marks += flags.filter(\.0).map(\.1)
    if let session = words.session { marks.append("session=\(session)") }
    if let tolerance = words.tolerance { marks.append("tol=\(tolerance)") }
    if let timeout = words.timeout { marks.append("timeout=\(timeout)") }
    for slider in words.sliders {
      marks.append("vary=\(slider.name):\(slider.lowest):\(slider.highest)")
    }
    if words.role != .example { marks.append("\(words.role)") }
    let output = cell.outputLines.map { " output \($0)" } ?? ""
    add(depth, "cell \(cell.lines)\(output) \(marks.joined(separator: " "))")
    add(depth + 1, cell.source + (cell.expected.map { "=>\n" + $0 } ?? ""))
  }

  private mutating func add(_ answer: Quiz.Answer, _ depth: Int) {
    switch answer {
    case .number(let answer, let reaction):
      add(
        depth,
        "answer \(answer.value) within \(answer.allowance)\(reaction.map { ": " + Self.text($0) } ?? "")"
      )
    case .choices(let choices):
      for choice in choices {
        let reaction = choice.reaction.map { " -- " + Self.text($0) } ?? ""
        add(depth, "[\(choice.isCorrect ? "x" : " ")] " + Self.text(choice.content) + reaction)
      }
    }
  }

  static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .code(let code): "`\(code)`"
      case .math(_, let tex): "$\(tex)$"
      case .emphasis(let inner): "<em>\(text(inner))</em>"
      case .strong(let inner): "<strong>\(text(inner))</strong>"
      case .strikethrough(let inner): "<del>\(text(inner))</del>"
      case .link(let target, let title, let inner):
        "<\(target)\(title.isEmpty ? "" : " '\(title)'")>\(text(inner))</>"
      case .image(let source, _, let alternative): "<image \(source): \(alternative)>"
      case .footnote(let number): "[^\(number)]"
      case .proof(let proof): "<= \(proof.expression)>"
      case .softBreak: "~"
      case .lineBreak: "<br>"
      }
    }.joined()
  }
}
