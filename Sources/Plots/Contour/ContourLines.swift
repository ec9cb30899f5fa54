/// The lines of one height in a field, by marching squares: each a chain of points of the unit
/// square, a ring where its last point is its first.
package struct ContourLines {
  private let columns: Int
  private let rows: Int
  private let level: Double
  private let values: [Double]
  private let isAbove: [Bool]
  /// One ring of samples around the field, at the places of its border, all below the level.
  private let hasBorder: Bool
  /// For each edge of the grid the one or two edges its line goes on to.
  private var links: [Int32]

  private static let none: Int32 = -1

  /// The open lines and rings at a level.
  package static func at(_ level: Double, in field: Field) -> [[Point]] {
    var lines = ContourLines(field, level, hasBorder: false)
    return lines.chains()
  }

  /// Rings around everything at or above a level, closed along the border of the field.
  package static func rings(above level: Double, in field: Field) -> [[Point]] {
    var lines = ContourLines(field, level, hasBorder: true)
    return lines.chains()
  }

  private init(_ field: Field, _ level: Double, hasBorder: Bool) {
    self.level = level
    self.hasBorder = hasBorder
    let extra = hasBorder ? 1 : 0
    columns = field.columns + 2 * extra
    rows = field.rows + 2 * extra
    var values = [Double](repeating: level, count: columns * rows)
    var isAbove = [Bool](repeating: false, count: columns * rows)
    for row in 0..<field.rows {
      for column in 0..<field.columns {
        let value = field.values[row * field.columns + column]
        let index = (row + extra) * columns + column + extra
        values[index] = value
        // Not-a-number counts as above: a place to stay away from.
        isAbove[index] = !(value < level)
      }
    }
    self.values = values
    self.isAbove = isAbove
    links = [Int32](repeating: Self.none, count: 4 * columns * rows)
  }
}

extension ContourLines {
  /// The edge from a sample to its right neighbour, and the one to its upper neighbour.
  private func along(_ column: Int, _ row: Int) -> Int { row * columns + column }
  private func up(_ column: Int, _ row: Int) -> Int { columns * rows + row * columns + column }

  private mutating func chains() -> [[Point]] {
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 { march(column, row) }
    }
    var isDone = [Bool](repeating: false, count: 2 * columns * rows)
    var result: [[Point]] = []
    // First the lines that end at the border, then the rings.
    for onlyEnds in [true, false] {
      for edge in isDone.indices where !isDone[edge] && links[2 * edge] != Self.none {
        if onlyEnds && links[2 * edge + 1] != Self.none { continue }
        var chain: [Point] = []
        var next = edge
        var isOpen = true
        while isOpen {
          isDone[next] = true
          chain.append(point(next))
          isOpen = false
          for side in 0...1 {
            let other = Int(links[2 * next + side])
            if other >= 0 && !isDone[other] {
              next = other
              isOpen = true
              break
            }
          }
        }
        if !onlyEnds { chain.append(chain[0]) }
        if chain.count > 1 { result.append(chain) }
      }
    }
    return result
  }

  private mutating func march(_ column: Int, _ row: Int) {
    let first = row * columns + column
    let above = first + columns
    let kind =
      (isAbove[first] ? 1 : 0) + (isAbove[first + 1] ? 2 : 0) + (isAbove[above + 1] ? 4 : 0)
      + (isAbove[above] ? 8 : 0)
    if kind == 0 || kind == 15 { return }
    let bottom = along(column, row)
    let top = along(column, row + 1)
    let left = up(column, row)
    let right = up(column + 1, row)
    switch kind {
    case 1, 14: link(left, bottom)
    case 2, 13: link(bottom, right)
    case 3, 12: link(left, right)
    case 4, 11: link(right, top)
    case 6, 9: link(bottom, top)
    case 7, 8: link(left, top)
    case 5, 10:
      // A saddle: its middle says which corners belong together.
      let sum =
        (values[first] + values[first + 1] + values[above] + values[above + 1]) / 4
      if (kind == 5) == !(sum < level) {
        link(bottom, right)
        link(left, top)
      } else {
        link(left, bottom)
        link(right, top)
      }
    default: break
    }
  }

  private mutating func link(_ one: Int, _ other: Int) {
    for (from, to) in [(one, other), (other, one)] {
      let slot = links[2 * from] == Self.none ? 2 * from : 2 * from + 1
      links[slot] = Int32(truncatingIfNeeded: to)
    }
  }

  private func point(_ edge: Int) -> Point {
    let isUp = edge >= columns * rows
    let sample = isUp ? edge - columns * rows : edge
    let column = sample % columns
    let row = sample / columns
    let from = values[sample]
    let to = values[sample + (isUp ? columns : 1)]
    let share = (level - from) / (to - from)
    // Beside a value that is not finite the line keeps to the middle.
    let part = share >= 0 && share <= 1 ? share : 0.5
    let x = place(column, columns)
    let y = place(row, rows)
    return isUp
      ? Point(x, y + part * (place(row + 1, rows) - y))
      : Point(x + part * (place(column + 1, columns) - x), y)
  }

  private func place(_ index: Int, _ count: Int) -> Double {
    if !hasBorder { return Double(index) / Double(count - 1) }
    return min(max(Double(index - 1) / Double(count - 3), 0), 1)
  }
}
