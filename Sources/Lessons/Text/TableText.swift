internal import Typesetting

/// A table in columns; cells are wrapped when the whole would be wider than the terminal.
struct TableText {
  private let table: MarkdownTable
  private let text: BlockText
  private let gap = 2

  init(_ table: MarkdownTable, _ text: BlockText) {
    self.table = table
    self.text = text
  }

  var lines: [StyledText] {
    let widths = widths
    let mark = text.symbols == .ascii ? "-" : "─"
    let total = widths.reduce(0, +) + gap * max(widths.count - 1, 0)
    let rule = StyledText(String(repeating: mark, count: min(total, text.width)), .faint)
    return row(table.header, widths, .strong) + [rule]
      + table.rows.flatMap { row($0, widths, .plain) }
  }
}

extension TableText {
  /// As wide as their content; the widest give way until all fit.
  private var widths: [Int] {
    var widths = [Int](repeating: 1, count: table.header.count)
    for row in [table.header] + table.rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        let lines = text.wrap(cell, Int.max / 2)
        widths[index] = max(widths[index], lines.map { DisplayWidth.columns($0.plain) }.max() ?? 0)
      }
    }
    let room = text.width - gap * max(widths.count - 1, 0)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 6,
      let index = widths.firstIndex(of: widest)
    {
      widths[index] -= 1
    }
    return widths
  }

  private func row(_ cells: [[Inline]], _ widths: [Int], _ style: TextStyle) -> [StyledText] {
    let columns = zip(cells, widths).map { text.wrap($0, $1, style) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var result = StyledText()
      for (index, column) in columns.enumerated() {
        if index > 0 { result.append(DisplayWidth.blanks(gap)) }
        let cell = line < column.count ? column[line] : StyledText()
        let isLast = index == columns.count - 1
        let alignment = alignment(index)
        // No blanks at the end of a line.
        result.append(
          isLast && alignment == .left ? cell : cell.padded(to: widths[index], alignment: alignment)
        )
      }
      return result.withoutTrailingBlanks
    }
  }

  private func alignment(_ index: Int) -> DisplayWidth.Alignment {
    guard index < table.alignments.count else { return .left }
    switch table.alignments[index] {
    case .right: return .right
    case .centre: return .centre
    case .left, .none: return .left
    }
  }
}

extension StyledText {
  fileprivate var withoutTrailingBlanks: StyledText {
    var spans = spans
    while let last = spans.indices.last {
      while spans[last].text.last == " " { spans[last].text.removeLast() }
      if !spans[last].text.isEmpty { break }
      spans.removeLast()
    }
    var result = StyledText()
    for span in spans { result.append(span.text, span.style) }
    return result
  }
}
