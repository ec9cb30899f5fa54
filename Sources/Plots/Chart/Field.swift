/// A function of two variables, sampled on an even grid.
package struct Field: Equatable, Sendable {
  package let x: Axis.Limits
  package let y: Axis.Limits
  package let columns: Int
  package let rows: Int
  /// Row by row, from the lower limit of `y` up.
  package let values: [Double]
  /// What the values are called.
  package let name: String
  /// What the values stand for, where they are the numbers of classes: its borders lie between them.
  package var classes: [String] = []

  /// Samples `value(x, y)` with both ends of both ranges; ranges that are empty are widened.
  package init(
    _ name: String,
    x: Axis.Limits,
    y: Axis.Limits,
    columns: Int = 121,
    rows: Int = 81,
    _ value: (Double, Double) -> Double
  ) {
    self.name = name
    let (x, y) = (Self.ordered(x), Self.ordered(y))
    self.x = x
    self.y = y
    self.columns = max(columns, 2)
    self.rows = max(rows, 2)
    var values: [Double] = []
    values.reserveCapacity(self.columns * self.rows)
    for row in 0..<self.rows {
      let up = Self.between(y, row, self.rows)
      for column in 0..<self.columns {
        values.append(value(Self.between(x, column, self.columns), up))
      }
    }
    self.values = values
  }

  /// Limits with something between them.
  private static func ordered(_ limits: Axis.Limits) -> Axis.Limits {
    let isUsable =
      limits.lower < limits.upper && Axis.holds(limits.lower, isLogarithmic: false)
      && Axis.holds(limits.upper, isLogarithmic: false)
    if isUsable { return limits }
    let centre = Axis.holds(limits.lower, isLogarithmic: false) ? limits.lower : 0
    let half = max(1, 0.1 * centre.magnitude)
    return Axis.Limits(centre - half, centre + half)
  }

  private static func between(_ limits: Axis.Limits, _ index: Int, _ count: Int) -> Double {
    let share = Double(index) / Double(count - 1)
    return limits.lower * (1 - share) + limits.upper * share
  }
}

extension Field {
  /// The places of its columns and of its rows.
  package var across: [Double] { (0..<columns).map { Self.between(x, $0, columns) } }
  package var up: [Double] { (0..<rows).map { Self.between(y, $0, rows) } }

  /// The smallest and the largest finite value.
  var extent: Extent {
    var extent = Extent()
    for value in values where Axis.holds(value, isLogarithmic: false) { extent.include(value) }
    return extent
  }

  /// The value at a place of the unit square, between the four samples around it.
  func value(at place: Point) -> Double {
    let across = min(max(place.x, 0), 1) * Double(columns - 1)
    let up = min(max(place.y, 0), 1) * Double(rows - 1)
    let column = min(Int(across), columns - 2)
    let row = min(Int(up), rows - 2)
    let right = across - Double(column)
    let above = up - Double(row)
    let first = row * columns + column
    let lower = values[first] * (1 - right) + values[first + 1] * right
    let upper = values[first + columns] * (1 - right) + values[first + columns + 1] * right
    return lower * (1 - above) + upper * above
  }
}
