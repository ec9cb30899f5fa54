/// A table of values as coloured cells: what a sweep over two settings gives.
package struct HeatMap: Equatable, Sendable {
  /// What the cells hold.
  package var name: String
  /// Values along x, one a column.
  package var x: [Double]
  /// Values along y, one a row, the first below.
  package var y: [Double]
  /// Row by row, from the first value of `y` up.
  package var values: [Double]
  /// Values above it have its colour, for a few huge ones would take the colours from all others.
  package var ceiling: Double?

  /// Missing values are not-a-number.
  package init(
    _ name: String,
    x: [Double],
    y: [Double],
    values: [Double],
    ceiling: Double? = nil
  ) {
    self.ceiling = ceiling
    self.name = name
    self.x = x
    self.y = y
    self.values = values
    let missing = x.count * y.count - values.count
    if missing > 0 {
      self.values += [Double](repeating: .nan, count: missing)
    } else if missing < 0 {
      self.values.removeLast(-missing)
    }
  }
}

extension HeatMap {
  func value(_ column: Int, _ row: Int) -> Double { values[row * x.count + column] }

  /// The index of the smallest (or largest) finite value, the first of equals.
  func index(ofLargest isLargest: Bool) -> Int? {
    var best: Int?
    for index in values.indices where Axis.holds(values[index], isLogarithmic: false) {
      guard let known = best else {
        best = index
        continue
      }
      let isBetter =
        isLargest ? values[index] > values[known] : values[index] < values[known]
      if isBetter { best = index }
    }
    return best
  }
}
