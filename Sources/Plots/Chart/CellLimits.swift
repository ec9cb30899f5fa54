/// Limits of an axis made of cells, so that the multiples of a step stand whole cells apart: at even
/// distances, however few cells there are.
enum CellLimits {
  /// What is beside a cell's edge by a rounding error is on it.
  private static let slack = 1e-9

  /// How many cells a step may be long, that so many cells may hold both values.
  static func mostPerStep(_ low: Double, _ high: Double, step: Double, cells: Int) -> Double {
    (Double(cells - 1) * step / (high - low) + slack).rounded(.down)
  }

  /// Limits around two values that are whole cells; nil where the cells do not reach.
  static func around(_ low: Double, _ high: Double, cell: Double, cells: Int) -> Axis.Limits? {
    let intervals = Double(cells - 1)
    var first = (low / cell + slack).rounded(.down)
    let spare = (first + intervals - high / cell + slack).rounded(.down)
    if spare < 0 { return nil }
    first -= shift(spare, first: first, last: first + intervals, low, high)
    return Axis.Limits(first * cell, (first + intervals) * cell)
  }

  /// How many of the spare cells go below the values: half, but none beyond zero.
  private static func shift(
    _ spare: Double,
    first: Double,
    last: Double,
    _ low: Double,
    _ high: Double
  ) -> Double {
    let half = (spare / 2).rounded(.down)
    if low >= 0 { return min(half, first) }
    if high <= 0 { return max(half, min(spare, last)) }
    return half
  }
}
