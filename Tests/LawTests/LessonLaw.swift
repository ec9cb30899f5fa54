import Foundation
import Lessons
import Notebook
import Site
import Typesetting

/// One lesson in all its forms, compared cell by cell as words: layout differs, what is said does
/// not.
struct LessonLaw {
  private let lesson: Lesson
  private let checked: CheckedLesson
  /// The inside of each cell's output element, by the line of the cell.
  private let outputs: [Int: String]
  private let start: LessonStart
  /// How much was compared.
  private(set) var tally: [String: Int] = [:]

  init(_ lesson: Lesson, data: DataStore) {
    self.lesson = lesson
    start = LessonStart(lesson.start, data: data)
    checked = LessonChecker.check(lesson, start: start, options: .init(includesSlow: true))
    var markup = LessonMarkup(
      file: "law.md",
      links: SiteLinks(CourseLinks { _ in nil }),
      results: .init(checked)
    )
    markup.write(lesson.steps)
    outputs = Self.outputs(of: markup.html)
    let played = checked.cells.values.filter { $0.result != nil }
    tally["cells"] = played.count
    tally["asides"] = played.count { isAside($0.cell) }
    tally["failing"] = played.count { $0.cell.words.fails }
  }

  /// Where the verbs part; `printed` is what `run` said of each cell by its number.
  func broken(printed: [Int: String]?) -> [String] {
    var broken = checked.report.failureTexts
    let walk = walked()
    for (line, played) in checked.cells.sorted(by: { $0.key < $1.key }) {
      guard let text = played.text else { continue }
      let words = Self.words(text)
      let isOwn = played.cell.words.role == .example
      if isOwn || played.cell.expected != nil, !isHidden(played.cell), !hasPicture(played) {
        let shown = Self.words(inHTML: outputs[line] ?? "")
        if shown != words { broken.append("line \(line), page: \(shown) for \(words)") }
        if !walk.contains(words) { broken.append("line \(line), walk lacks: \(words)") }
      }
      guard isOwn, !isAside(played.cell), let printed, let number = Self.number(text) else {
        continue
      }
      let said = Self.words(printed[number] ?? "")
      if said != (isHidden(played.cell) ? [] : words) {
        broken.append("line \(line), run: \(said) for \(words)")
      }
    }
    return broken
  }

  /// All that a learner is shown who runs every cell, opens every hint and takes every answer.
  private func walked() -> WordRow {
    var walk = LessonWalk(
      lesson: lesson,
      start: LessonStart(lesson.start, data: start.session.data, limits: .none)
    )
    var text = ""
    var reply = walk.begin()
    for _ in 0..<2_000 {
      text += reply.text.plain
      if reply.effects.contains(.nextLesson) || reply.effects.contains(.quit) { break }
      switch reply.prompt.text {
      case "answer> ":
        for command in [":hint", ":hint", ":hint", ":solution"] {
          text += walk.enter(command).text.plain
        }
        reply = walk.enter(":skip")
      case "quiz> ": reply = walk.enter(":skip")
      default:
        for _ in 0..<4 { text += walk.enter(":open").text.plain }
        reply = walk.enter("")
      }
    }
    return WordRow(Self.words(text))
  }
}

extension LessonLaw {
  private func isHidden(_ cell: Cell) -> Bool { cell.words.isSetup || cell.words.isHidden }

  /// Pictures are drawn for each medium; the browser's test compares them.
  private func hasPicture(_ played: PlayedCell) -> Bool {
    played.result?.statements.contains { statement in
      statement.outputs.contains {
        switch $0 {
        case .plot, .derivation, .formula: true
        case .table(let table): table.rows.count > 20 || table.columns.count > 6
        default: false
        }
      }
    } == true
  }

  private func isAside(_ cell: Cell) -> Bool {
    for step in lesson.steps {
      for case .exercise(let exercise) in step.blocks {
        let asides = exercise.hints.flatMap(\.blocks) + exercise.solution.blocks
        if asides.cells.contains(where: { $0.lines == cell.lines }) { return true }
      }
    }
    return cell.words.role != .example
  }

  /// The number that a cell prints first.
  private static func number(_ text: String) -> Int? {
    let first = text.split(separator: "\n").first ?? ""
    return first.hasPrefix("cell ") ? Int(first.dropFirst(5)) : nil
  }

  private static func outputs(of page: String) -> [Int: String] {
    var outputs: [Int: String] = [:]
    for piece in page.components(separatedBy: "<div class=\"cell\" id=\"law:").dropFirst() {
      let parts = piece.components(separatedBy: "<div class=\"output\">")
      guard parts.count == 2, let line = Int(piece.prefix { $0 != "\"" }) else { continue }
      outputs[line] = parts[1].components(separatedBy: "</div></div>\n")[0]
    }
    return outputs
  }

  /// Words, without the bars and bullets that stand at the edge of a quote or list.
  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace).filter { !["│", "•"].contains($0) }
  }

  private static func words(inHTML html: String) -> [Substring] {
    var text = html.components(separatedBy: "<").map { piece in
      piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? piece
    }.joined(separator: " ")
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
      text = text.replacing(entity, with: character)
    }
    return words(text.replacing("&amp;", with: "&"))
  }
}

/// Words in a row, in which a shorter row can be looked for.
struct WordRow {
  private let words: [Substring]
  private let places: [Substring: [Int]]

  init(_ words: [Substring]) {
    self.words = words
    places = Dictionary(grouping: words.indices) { words[$0] }
  }

  func contains(_ part: [Substring]) -> Bool {
    guard let first = part.first else { return true }
    return (places[first] ?? []).contains { words[$0...].starts(with: part) }
  }
}
