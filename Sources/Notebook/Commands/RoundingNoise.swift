import Arithmetic

/// Values of a formula that differ by rounding alone.
///
/// A formula that has a shape hardly changes from one number to the next that a Double can hold; where
/// it changes by much of all that is to be seen, there is nothing to see.
struct RoundingNoise {
  private let low: Double
  private let high: Double

  /// From the values at some places and those at the very next numbers; nil where there is a shape.
  init?(_ values: [Double], beside next: [Double]) {
    let finite = values.filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max(), low < high else { return nil }
    var jumps = 0
    for (value, neighbour) in zip(values, next)
    where (value - neighbour).magnitude > 0.02 * (high - low) { jumps += 1 }
    if 5 * jumps < finite.count { return nil }
    self.low = low
    self.high = high
  }

  /// The middle instead of each value; 0 where the values lie on both of its sides.
  func flattened(_ values: [Double]) -> [Double] {
    let middle = low <= 0 && high >= 0 ? 0 : low + (high - low) / 2
    return values.map { $0.isFinite ? middle : $0 }
  }

  var words: String { "at most \(NumberText.significant(high - low, 1))" }
}
