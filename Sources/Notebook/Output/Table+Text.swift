import Arithmetic
package import Plots
package import Typesetting

extension Table {
  /// The table as aligned text: numbers on their decimal point.
  ///
  /// Columns that do not fit go in further blocks below; a long table shows its first and last rows
  /// around a mark.
  package func styled(width: Int, precision: Int, symbols: PlotSymbols) -> StyledText {
    let shown = shownRowIndexes
    let columnTexts = columns.indices.map { column in
      texts(of: column, rows: shown.indexes, precision: precision)
    }
    var result = StyledText()
    for block in blocks(columnTexts.map { $0.width }, width) {
      if !result.isEmpty { result.append("\n") }
      append(block, columnTexts, shown.gapAfter, symbols, to: &result)
    }
    return result
  }

  private struct ColumnText {
    var name: String
    var cells: [String]
    var width: Int
  }

  private var shownRowIndexes: (indexes: [Int], gapAfter: Int?) {
    if rows.count <= Self.shownRows { return (Array(rows.indices), nil) }
    let half = Self.shownRows / 2
    return (Array(0..<half) + Array(rows.count - half..<rows.count), half)
  }

  private func texts(of column: Int, rows indexes: [Int], precision: Int) -> ColumnText {
    var raw: [String] = []
    for index in indexes { raw.append(rows[index][column].text(precision: precision)) }
    let isNumeric = indexes.contains { rows[$0][column].isNumber }
    var cells = raw
    if isNumeric {
      var before = 0
      var after = 0
      for text in raw {
        before = max(before, text.wholePart)
        after = max(after, DisplayWidth.columns(text) - text.wholePart)
      }
      cells = raw.map { text in
        String(repeating: " ", count: before - text.wholePart) + text
          + String(repeating: " ", count: after - DisplayWidth.columns(text) + text.wholePart)
      }
    }
    let name = columns[column]
    var width = DisplayWidth.columns(name)
    for cell in cells { width = max(width, DisplayWidth.columns(cell)) }
    cells = cells.map { DisplayWidth.padded($0, to: width, alignment: isNumeric ? .right : .left) }
    let head = DisplayWidth.padded(name, to: width, alignment: isNumeric ? .right : .left)
    return ColumnText(name: head, cells: cells, width: width)
  }

  /// Columns side by side as far as they fit; a first column of steps is repeated in each block.
  private func blocks(_ widths: [Int], _ limit: Int) -> [[Int]] {
    var blocks: [[Int]] = []
    var current: [Int] = []
    var used = 0
    let repeated = columns.first == "t" ? 0 : nil
    for column in widths.indices {
      let needed = widths[column] + (current.isEmpty ? 0 : 2)
      if !current.isEmpty, used + needed > limit {
        blocks.append(current)
        current = repeated.map { [$0] } ?? []
        used = repeated.map { widths[$0] } ?? 0
      }
      used += widths[column] + (current.isEmpty ? 0 : 2)
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
    appendLine(block.map { texts[$0].name }, .heading, to: &result)
    for row in texts.first?.cells.indices ?? 0..<0 {
      if row == gapAfter {
        let mark = symbols == .ascii ? ":" : "⋮"
        let hidden = rows.count - Self.shownRows
        result.append("\n\(mark) \(hidden) more \(hidden == 1 ? "row" : "rows")", .faint)
      }
      result.append("\n")
      appendLine(block.map { texts[$0].cells[row] }, .number, to: &result)
    }
  }

  /// Cells two spaces apart, without trailing blanks.
  private func appendLine(_ cells: [String], _ style: TextStyle, to result: inout StyledText) {
    var line = cells.joined(separator: "  ")
    while line.utf8.last == 0x20 { line.removeLast() }
    result.append(line, style)
  }
}

extension Table.Cell {
  var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  func text(precision: Int) -> String {
    switch self {
    case .number(let value): NumberText.significant(value, precision)
    case .boolean(let value): value ? "true" : "false"
    case .text(let text): text
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
