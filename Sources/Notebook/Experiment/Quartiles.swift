import Plots

/// The middle of some values and the stretch that half of them lie in.
struct Quartiles: Equatable, Sendable {
  let lower: Double
  let median: Double
  let upper: Double

  /// Between two values where the place falls between them; not-a-number counts as infinite.
  init(of values: [Double]) {
    let sorted = values.map { $0.isNaN ? .infinity : $0 }.sorted()
    func value(at share: Double) -> Double {
      guard let last = sorted.indices.last else { return .nan }
      let place = share * Double(last)
      let below = Int(place)
      let rest = place - Double(below)
      if rest == 0 || below == last { return sorted[below] }
      let (low, high) = (sorted[below], sorted[below + 1])
      return high.isFinite ? low + rest * (high - low) : high
    }
    (lower, median, upper) = (value(at: 0.25), value(at: 0.5), value(at: 0.75))
  }
}

extension Layer {
  /// The band between the quartiles of a chart's series.
  static func quartiles(
    _ spread: [Quartiles],
    of series: Int,
    _ name: String,
    over x: [Double]
  ) -> Layer {
    let lower = Series("\(name) 25 %", x: x, y: spread.map { $0.lower })
    let upper = Series("\(name) 75 %", x: x, y: spread.map { $0.upper })
    return .band(Band(of: series, lower: lower, upper: upper))
  }
}
