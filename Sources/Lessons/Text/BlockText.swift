package import Typesetting

/// Lesson blocks as styled text for a terminal of a given width.
///
/// Complete without colour and, with `.ascii`, without Unicode. Control characters of the lesson
/// are made visible here, and again by whoever writes to the terminal.
package struct BlockText: Equatable, Sendable {
  package var width: Int
  package var symbols: SymbolSet
  /// Shows what is folded away.
  package var opensDetails: Bool

  package init(width: Int = 80, symbols: SymbolSet = .unicode, opensDetails: Bool = false) {
    self.width = max(width, 20)
    self.symbols = symbols
    self.opensDetails = opensDetails
  }

  /// The blocks with an empty line between two, and a line feed at the end.
  package func text(_ blocks: [Block]) -> StyledText {
    let lines = lines(blocks)
    return lines.isEmpty ? StyledText() : StyledText(lines: lines) + StyledText("\n")
  }

  /// A title with a rule under it, for a lesson or a step.
  package func title(_ inlines: [Inline], level: Int) -> StyledText {
    let line = wrap(inlines, width, .heading)
    let length = min(line.map { DisplayWidth.columns($0.plain) }.max() ?? 0, width)
    let mark = symbols == .ascii ? (level == 1 ? "=" : "-") : (level == 1 ? "═" : "─")
    let rule = StyledText(String(repeating: mark, count: length), .faint)
    return StyledText(lines: line + [rule]) + StyledText("\n")
  }

  /// The statements of a cell as a lesson shows them.
  package func source(of cell: Cell) -> StyledText {
    let lines = code(cell.source, .name)
    return lines.isEmpty ? StyledText() : StyledText(lines: lines) + StyledText("\n")
  }
}

extension BlockText {
  func lines(_ blocks: [Block]) -> [StyledText] {
    var lines: [StyledText] = []
    for block in blocks {
      let inner = self.lines(block)
      if inner.isEmpty { continue }
      if !lines.isEmpty { lines.append(StyledText()) }
      lines += inner
    }
    return lines
  }

  private func lines(_ block: Block) -> [StyledText] {
    switch block {
    case .paragraph(let inlines): return wrap(inlines, width)
    case .heading(_, let inlines, _): return wrap(inlines, width, .heading)
    case .quote(let inner): return barred(inner, title: nil)
    case .alert(let alert, let inner): return barred(inner, title: alert)
    case .list(let list): return lines(list)
    case .table(let table): return TableText(table, self).lines
    case .code(_, let text): return code(text, .plain)
    case .math(let node, _):
      return node.box(maximumWidth: width - 4, symbols: symbols).map {
        StyledText("    " + visible($0), .name)
      }
    case .cell(let cell): return lines(cell)
    case .details(let details): return lines(details)
    case .exercise(let exercise):
      return lines(
        [
          .heading(level: 3, [.text("Exercise: ")] + exercise.title, anchor: exercise.anchor)
        ] + exercise.prompt + [.cell(exercise.starter)]
      )
    case .quiz(let quiz):
      return lines(
        [.heading(level: 3, [.text("Quiz: ")] + quiz.title, anchor: quiz.anchor)] + quiz.prompt
      )
        + choices(quiz)
    case .rule:
      let mark = symbols == .ascii ? "-" : "─"
      return [StyledText(String(repeating: mark, count: min(width, 40)), .faint)]
    }
  }

  /// The choices of a quiz, lettered; empty for one whose answer is a number.
  func choices(_ quiz: Quiz) -> [StyledText] {
    guard case .choices(let choices) = quiz.answer else { return [] }
    var lines = [StyledText()]
    for (index, choice) in choices.enumerated() {
      let mark = StyledText("  \(Quiz.letter(index))) ", .keyword)
      lines += hung(wrap(choice.content, width - 5), mark)
    }
    return lines
  }

  private func lines(_ cell: Cell) -> [StyledText] {
    if cell.words.isSetup || cell.words.isHidden { return [] }
    var lines = code(cell.source, .name)
    if let expected = cell.expected, !expected.isEmpty {
      lines += [StyledText()] + code(expected, .plain)
    }
    return lines
  }

  private func lines(_ details: Details) -> [StyledText] {
    let mark = opensDetails ? (symbols == .ascii ? "v " : "▾ ") : (symbols == .ascii ? "> " : "▸ ")
    var lines = hung(wrap(details.summary, width - 2, .strong), StyledText(mark, .faint))
    if opensDetails { lines += [StyledText()] + self.lines(details.blocks) }
    return lines
  }

  private func lines(_ list: List) -> [StyledText] {
    var lines: [StyledText] = []
    let last = (list.start ?? 0) + max(list.items.count - 1, 0)
    let numberWidth = String(last).count + 2
    for (index, item) in list.items.enumerated() {
      var mark = symbols == .ascii ? "- " : "• "
      if let start = list.start {
        mark = DisplayWidth.padded("\(start + index). ", to: numberWidth, alignment: .right)
      }
      if let isChecked = item.isChecked { mark += isChecked ? "[x] " : "[ ] " }
      var inner = self
      inner.width = max(width - DisplayWidth.columns(mark), 10)
      let content =
        list.isTight ? item.blocks.flatMap { inner.lines([$0]) } : inner.lines(item.blocks)
      if index > 0 && !list.isTight { lines.append(StyledText()) }
      lines += hung(content.isEmpty ? [StyledText()] : content, StyledText(mark, .faint))
    }
    return lines
  }

  private func barred(_ blocks: [Block], title: Alert?) -> [StyledText] {
    var inner = self
    inner.width = max(width - 2, 10)
    let bar = StyledText(symbols == .ascii ? "| " : "│ ", .faint)
    var lines = inner.lines(blocks)
    if let title {
      let style: TextStyle = title == .warning || title == .caution ? .bad : .hint
      lines.insert(StyledText(title.title, style), at: 0)
    }
    return lines.map { bar + $0 }
  }

  private func code(_ text: String, _ style: TextStyle) -> [StyledText] {
    OutputMatcher.lines(text).map { line in
      line.isEmpty ? StyledText() : StyledText("    " + visible(String(line)), style)
    }
  }

  /// The first line after the mark, the others under its text.
  private func hung(_ lines: [StyledText], _ mark: StyledText) -> [StyledText] {
    let blanks = StyledText(DisplayWidth.blanks(DisplayWidth.columns(mark.plain)))
    return lines.enumerated().map { index, line in
      if index == 0 { return mark + line }
      return line.isEmpty ? line : blanks + line
    }
  }

  func visible(_ text: String) -> String { VisibleControls.visible(text) }
}

extension Quiz {
  /// `a` for the first choice, then `b`, ...; after `z` numbers.
  static func letter(_ index: Int) -> String {
    if index >= 26 { return String(index + 1) }
    return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
  }
}
