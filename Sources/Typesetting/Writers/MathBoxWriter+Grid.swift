extension MathBoxWriter {
  /// Equations under one another at their `&`: columns right, left, right, left.
  func equations(_ rows: [[MathNode]]) -> MathBox {
    let spacing = MathSpacing(symbols: symbols, isTight: false)
    var columns = 0
    for row in rows { columns = max(columns, row.count) }
    var gaps = Array(repeating: 0, count: columns)
    for column in 1..<max(columns, 1) {
      if column % 2 == 0 {
        gaps[column] = 3
        continue
      }
      for row in rows where row.count > column {
        guard let left = row[column - 1].items.last, let right = row[column].items.first else {
          continue
        }
        gaps[column] = max(gaps[column], spacing.gap(left, right))
      }
    }
    return assembled(rows, columns: columns, gaps: gaps, display: true) { column in
      column % 2 == 0 ? .right : .left
    }
  }

  /// A matrix, centred, or cases, to the left.
  func grid(_ rows: [[MathNode]], open: String, close: String) -> MathBox {
    var columns = 0
    for row in rows { columns = max(columns, row.count) }
    var gaps = Array(repeating: 2, count: columns)
    if columns > 0 { gaps[0] = open.isEmpty || rows.count < 2 ? 0 : 1 }
    let isCases = open == "{" && close.isEmpty
    let alignment: DisplayWidth.Alignment = isCases ? .left : .centre
    let box = assembled(rows, columns: columns, gaps: gaps, display: false) { _ in alignment }
    if close.isEmpty || rows.count < 2 { return box }
    return box.widened(to: box.width + 1, alignment: .left)
  }

  private func assembled(
    _ rows: [[MathNode]],
    columns: Int,
    gaps: [Int],
    display: Bool,
    alignment: (Int) -> DisplayWidth.Alignment
  ) -> MathBox {
    let cells = rows.map { $0.map { box($0, display: display) } }
    var widths = Array(repeating: 0, count: columns)
    var isTall = false
    for row in cells {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], cell.width)
        if cell.height > 1 { isTall = true }
      }
    }
    var lines: [String] = []
    var baseline = 0
    for (index, row) in cells.enumerated() {
      var line = MathBox("")
      for column in 0..<columns {
        let cell = column < row.count ? row[column] : MathBox("")
        let filled = cell.widened(to: widths[column], alignment: alignment(column))
        line = line.beside(filled, gap: gaps[column])
      }
      if index > 0 && isTall { lines.append("") }
      baseline = lines.count + line.baseline
      lines += line.rows
    }
    return MathBox(rows: lines, baseline: rows.count == 1 ? baseline : (lines.count - 1) / 2)
  }
}
