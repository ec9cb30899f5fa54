extension ContourLevels {
  /// As many levels as lines of dots can tell apart: where lines run side by side in many cells of
  /// so large a picture, fewer of them say more.
  static func legible(
    _ field: Field,
    columns: Int,
    rows: Int,
    symbols: PlotSymbols
  ) -> ContourLevels {
    var levels = ContourLevels(field)
    for atMost in [6, 5, 4, 3] {
      if !levels.isCrowded(field, columns: columns, rows: rows, symbols: symbols) { break }
      levels = ContourLevels(field, atMost: atMost)
    }
    return levels
  }

  /// Whether lines share more than every sixth of their cells.
  private func isCrowded(
    _ field: Field,
    columns: Int,
    rows: Int,
    symbols: PlotSymbols
  ) -> Bool {
    var canvas = DotCanvas(columns: max(columns, 1), rows: max(rows, 1), symbols: symbols)
    canvas.draw(self, of: field)
    var shared = 0
    var drawn = 0
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns where !canvas.isEmpty(column, row) {
        drawn += 1
        if canvas.isShared(column, row) { shared += 1 }
      }
    }
    return 6 * shared > drawn
  }
}

extension DotCanvas {
  /// The lines of all levels, owned by their numbers.
  mutating func draw(_ levels: ContourLevels, of field: Field) {
    for (number, level) in levels.values.enumerated() {
      for chain in ContourLines.at(level, in: field) {
        for index in 1..<chain.count {
          line(chain[index - 1], chain[index], owner: number)
        }
      }
    }
  }
}
