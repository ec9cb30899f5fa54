import Arithmetic
package import Plots
package import Typesetting

extension Table {
  /// The table as aligned text: numbers on their decimal point.
  ///
  /// Columns that do not fit go in further blocks below, each with the names of the rows; names that
  /// are too wide are shortened. A table of more than `rows` rows shows its first and last around a
  /// mark.
  package func styled(
    width: Int,
    precision: Int,
    symbols: PlotSymbols,
    rows most: Int = Table.shownRows
  ) -> StyledText {
    let shown = rowIndexes(most)
    // The mark of the last column stands behind it.
    let room = width - (changes.isEmpty ? 0 : 1)
    let isWide = columns.contains { DisplayWidth.columns($0) > room }
    var table = self
    // A name that does not fit leaves half of the line to others.
    if isWide { table.columns = Self.short(columns, to: room / 2, symbols) }
    var columnTexts = table.texts(rows: shown.indexes, precision: precision, symbols)
    let others = columnTexts.dropFirst().reduce(0) { $0 + ($1.isTrend ? 0 : $1.width + 2) }
    if hasRowNames, let names = columnTexts.first, names.width + others > room {
      let left = room - others >= 20 ? room - others : room / 2 - 2
      table.shortenRowNames(of: shown.indexes, to: left, symbols)
      columnTexts = table.texts(rows: shown.indexes, precision: precision, symbols)
    }
    var result = StyledText()
    for block in blocks(columnTexts, room) {
      if !result.isEmpty { result.append("\n") }
      append(block, columnTexts, shown.gapAfter, symbols, to: &result)
    }
    if let legend = legend(of: shown.indexes, symbols) { result.append("\n" + legend, .faint) }
    return result
  }

  private struct ColumnText {
    var name: String
    var cells: [StyledText]
    var width: Int
    var isTrend = false
  }

  /// Whether the first column says what the rows are.
  private var hasRowNames: Bool {
    guard !columns.isEmpty, !rows.isNumeric(0) else { return false }
    return rows.contains { row in
      if case .text = row[0] { true } else { false }
    }
  }

  private static func short(_ names: [String], to width: Int, _ symbols: PlotSymbols) -> [String] {
    DisplayWidth.shortened(names, to: width, mark: symbols == .ascii ? "~" : "…")
  }

  private mutating func shortenRowNames(of indexes: [Int], to width: Int, _ symbols: PlotSymbols) {
    let names = indexes.map { index -> String in
      if case .text(let name) = rows[index][0] { name } else { "" }
    }
    for (index, name) in zip(indexes, Self.short(names, to: width, symbols)) {
      if case .text = rows[index][0] { rows.rename(index, name) }
    }
  }

  private func texts(
    rows indexes: [Int],
    precision: Int,
    _ symbols: PlotSymbols
  ) -> [ColumnText] {
    columns.indices.map { texts(of: $0, rows: indexes, precision: precision, symbols) }
  }

  private func rowIndexes(_ most: Int) -> (indexes: [Int], gapAfter: Int?) {
    if rows.count <= most { return (Array(rows.indices), nil) }
    let half = most / 2
    return (Array(0..<half) + Array(rows.count - half..<rows.count), half)
  }

  private func texts(
    of column: Int,
    rows indexes: [Int],
    precision: Int,
    _ symbols: PlotSymbols
  ) -> ColumnText {
    let trends = trends(of: column, symbols)
    var raw: [String] = []
    for index in indexes {
      raw.append(trends?[index] ?? rows[index][column].text(precision: precision))
    }
    let isNumeric = indexes.contains { rows[$0][column].isNumber }
    var before = 0
    if isNumeric { for text in raw { before = max(before, text.wholePart) } }
    var width = DisplayWidth.columns(columns[column])
    var cells: [StyledText] = []
    for (text, index) in zip(raw, indexes) {
      let mark = mark(index, column, symbols)
      var cell = StyledText()
      cell.append(DisplayWidth.blanks(isNumeric ? before - text.wholePart : 0))
      cell.append(text, trends != nil ? .name : mark.isEmpty ? .number : .changed)
      // A mark needs no column of its own: it may stand in the gap to the next one.
      let size = cell.columns
      cell.append(mark, .changed)
      width = max(width, size)
      cells.append(cell)
    }
    if isNumeric {
      // Under a wide name numbers stand on the right, still below each other.
      var widest = 0
      for text in raw {
        widest = max(widest, before + DisplayWidth.columns(text) - text.wholePart)
      }
      let shift = width - widest
      cells = cells.map { StyledText(DisplayWidth.blanks(shift)) + $0 }
    }
    let head = DisplayWidth.padded(
      columns[column],
      to: width,
      alignment: isNumeric ? .right : .left
    )
    return ColumnText(name: head, cells: cells, width: width, isTrend: trends != nil)
  }

  /// Columns side by side as far as they fit; a first column of steps or of names is repeated in each
  /// block, and a sparkline without room is left out.
  private func blocks(_ texts: [ColumnText], _ limit: Int) -> [[Int]] {
    var blocks: [[Int]] = []
    var current: [Int] = []
    var used = 0
    let repeated = columns.first == "t" || hasRowNames ? 0 : nil
    for column in texts.indices {
      let needed = texts[column].width + (current.isEmpty ? 0 : 2)
      if current.count > (repeated == nil ? 0 : 1), used + needed > limit {
        if texts[column].isTrend { continue }
        blocks.append(current)
        current = repeated.map { [$0] } ?? []
        used = repeated.map { texts[$0].width } ?? 0
      }
      used += texts[column].width + (current.isEmpty ? 0 : 2)
      current.append(column)
    }
    return current.isEmpty ? blocks : blocks + [current]
  }

  private func append(
    _ block: [Int],
    _ texts: [ColumnText],
    _ gapAfter: Int?,
    _ symbols: PlotSymbols,
    to result: inout StyledText
  ) {
    appendLine(block.map { (StyledText(texts[$0].name, .heading), texts[$0].width) }, to: &result)
    for row in texts.first?.cells.indices ?? 0..<0 {
      if row == gapAfter {
        let mark = symbols == .ascii ? ":" : "⋮"
        let hidden = rows.count - (texts.first?.cells.count ?? 0)
        result.append("\n\(mark) \(hidden) more \(hidden == 1 ? "row" : "rows")", .faint)
      }
      result.append("\n")
      appendLine(block.map { (texts[$0].cells[row], texts[$0].width) }, to: &result)
    }
  }

  /// Cells two spaces apart, without trailing blanks.
  private func appendLine(_ cells: [(StyledText, Int)], to result: inout StyledText) {
    var end = 0
    var column = 0
    for (cell, width) in cells {
      if !cell.isEmpty {
        result.append(DisplayWidth.blanks(column - end))
        result.append(cell.trimmed)
        end = column + cell.trimmed.columns
      }
      column += width + 2
    }
  }
}

extension Table.Cell {
  var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  func text(precision: Int) -> String {
    switch self {
    case .number(let value): NumberText.shown(value, precision)
    case .boolean(let value): value ? "true" : "false"
    case .text(let text): text
    case .trend(let values): Sparkline(values).text()
    case .missing: "-"
    }
  }
}

extension String {
  /// Columns before the decimal point (or the exponent).
  fileprivate var wholePart: Int {
    var count = 0
    for byte in utf8 {
      if byte == 0x2E || byte == 0x65 { break }
      count += 1
    }
    return self == "inf" || self == "-inf" || self == "nan" ? DisplayWidth.columns(self) : count
  }
}
