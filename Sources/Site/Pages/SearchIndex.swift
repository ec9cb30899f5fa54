import Lessons
import Notebook

/// What the search on the pages looks through: one entry a step, written as a classic script,
/// because pages opened from a disk can load nothing else.
struct SearchIndex {
  private var entries: [String] = []
  /// Words kept of each step: all in a course of usual size.
  private let limit: Int

  init(lessonCount: Int) { limit = lessonCount > 200 ? 300 : 20_000 }

  mutating func add(_ lesson: Lesson, page: String) {
    for step in lesson.steps {
      let title = step.isIntroduction ? lesson.title : "\(step.title) · \(lesson.title)"
      let address = step.isIntroduction ? page : page + "#" + step.anchor
      var text = ""
      Self.collect(step.blocks, into: &text, limit: limit)
      add(title: title, address: address, level: step.isIntroduction ? 1 : 2, text: text)
    }
  }

  mutating func add(title: String, address: String, level: Int, text: String) {
    entries.append(
      "{\"title\":\(JSONText.string(title)),\"url\":\(JSONText.string(address)),"
        + "\"level\":\(level),\"text\":\(JSONText.string(String(text.prefix(limit))))}"
    )
  }

  var script: String { "descent.search=[\n" + entries.joined(separator: ",\n") + "\n]\n" }
}

extension SearchIndex {
  private static func collect(_ blocks: [Block], into text: inout String, limit: Int) {
    for block in blocks where text.utf8.count < limit {
      switch block {
      case .paragraph(let content): add(content.shownText, to: &text)
      case .heading(_, let content, _): add(content.shownText, to: &text)
      case .quote(let inner), .alert(_, let inner): collect(inner, into: &text, limit: limit)
      case .list(let list):
        for item in list.items { collect(item.blocks, into: &text, limit: limit) }
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row { add(cell.shownText, to: &text) }
        }
      case .cell(let cell):
        if !cell.words.isSetup && !cell.words.isHidden { add(cell.source, to: &text) }
      case .details(let details): add(details.summary.shownText, to: &text)
      case .exercise(let exercise):
        add(exercise.title.shownText, to: &text)
        collect(exercise.prompt, into: &text, limit: limit)
      case .quiz(let quiz):
        add(quiz.title.shownText, to: &text)
        collect(quiz.prompt, into: &text, limit: limit)
      case .code, .math, .rule: continue
      }
    }
  }

  /// Blanks and line ends in a row become one blank.
  private static func add(_ piece: String, to text: inout String) {
    if !text.isEmpty { text += " " }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.utf8.count)
    for byte in piece.utf8 {
      if byte != 0x20 && byte != 0x0A {
        bytes.append(byte)
      } else if bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
    text += String(decoding: bytes, as: UTF8.self)
  }
}
