import Typesetting

/// Finds room for the height of a line on the line itself.
struct LevelLabels {
  private let canvas: DotCanvas
  private var taken: [Bool]

  init(_ canvas: DotCanvas) {
    self.canvas = canvas
    taken = [Bool](repeating: false, count: canvas.columns * canvas.rows)
  }

  /// Where most of the label covers its own line, preferring the lower right middle; nil where
  /// it would cover a path or another label.
  mutating func place(
    _ label: String,
    level: Int,
    isFree: (Int, Int) -> Bool
  ) -> (column: Int, row: Int)? {
    let size = DisplayWidth.columns(label)
    var best: (column: Int, row: Int)?
    var bestScore = 0.0
    if size + 2 > canvas.columns { return nil }
    for row in 0..<canvas.rows {
      for column in 1..<canvas.columns - size {
        var own = 0
        var isOpen = true
        for cell in column - 1...column + size {
          if !isFree(cell, row) || taken[row * canvas.columns + cell] {
            isOpen = false
            break
          }
          let isInside = cell >= column && cell < column + size
          if isInside && canvas.owner(cell, row) == level { own += 1 }
        }
        if !isOpen || own == 0 || 2 * own < size { continue }
        let x = (Double(column) + Double(size) / 2) / Double(canvas.columns)
        let y = Double(row) / Double(canvas.rows)
        let aside = x > 0.65 ? x - 0.65 : 0.65 - x
        let crowd = isCrowded(column, size, row) ? 12.0 : 0
        let score = 10 * Double(own) / Double(size) - 4 * aside + (y > 0.5 ? 2 : 0) - crowd + 20
        if score > bestScore {
          bestScore = score
          best = (column, row)
        }
      }
    }
    if let best {
      for cell in best.column - 1...best.column + size {
        taken[best.row * canvas.columns + cell] = true
      }
    }
    return best
  }

  private func isCrowded(_ column: Int, _ size: Int, _ row: Int) -> Bool {
    for near in [row - 1, row + 1] where near >= 0 && near < canvas.rows {
      for cell in column - 1...column + size where taken[near * canvas.columns + cell] {
        return true
      }
    }
    return false
  }
}
