import Arithmetic

/// A derivative by differences of fourth order, and how far it can be trusted.
///
/// Of five steps, each a tenth of the one before, that one is taken where the change to the next
/// (the formula's own error) and the rounding of the function together are least. The rounding is
/// measured, by differences of seven values that lie so close that the function itself does not
/// change between them (Moré and Wild 2011, "Estimating computational noise").
struct DifferenceQuotient {
  enum Verdict: String {
    case yes, no
    case unknown = "cannot tell"
  }

  private(set) var value = Double.nan
  /// The most that rounding and the formula's own error may make.
  private(set) var uncertainty = Double.infinity
  /// The slopes on both sides.
  private(set) var left = Double.nan
  private(set) var right = Double.nan

  init(at x: Double, _ f: (Double) -> Double) {
    let size = max(1, abs(x))
    let center = f(x)
    var rungs: [(value: Double, noise: Double, left: Double, right: Double)] = []
    for step in [6e-6, 6e-7, 6e-8, 6e-9, 6e-10] {
      let h = x + step * size - x
      let (above, below) = (f(x + h), f(x - h))
      let far = f(x + 2 * h) - f(x - 2 * h)
      let noise = 10 * Self.noise(around: x + h, by: 1e-6 * h, f) / h
      rungs.append(
        (
          (8 * (above - below) - far) / (12 * h), noise, (center - below) / h,
          (above - center) / h
        )
      )
    }
    for (rung, next) in zip(rungs, rungs.dropFirst()) {
      // Where the error shrinks with the step alone, a tenth of it is left behind the change.
      let uncertainty = rung.noise + 1.2 * abs(rung.value - next.value)
      guard uncertainty < self.uncertainty else { continue }
      (value, left, right) = (rung.value, rung.left, rung.right)
      self.uncertainty = uncertainty
    }
  }

  /// Whether a gradient is what the function says.
  func verdict(on gradient: Double) -> Verdict {
    let size = max(abs(value), abs(gradient))
    guard value.isFinite, gradient.isFinite else { return .unknown }
    if abs(value - gradient) > 1e-7 * size + uncertainty { return .no }
    return uncertainty <= max(1e-3 * size, Self.floor) ? .yes : .unknown
  }

  /// What is below this cannot be told from a gradient of 0.
  private static let floor = 1e-6

  /// Whether both sides have slopes that have nothing to do with each other.
  var isCorner: Bool {
    abs(left - right) > 1e-3 * max(abs(left), abs(right)) + uncertainty
  }

  /// The size of the rounding in a function's values.
  private static func noise(around x: Double, by step: Double, _ f: (Double) -> Double) -> Double {
    var values = (-3...3).map { f(x + Double($0) * step) }
    let largest = values.reduce(0) { max($0, abs($1)) }
    for _ in 0..<4 {
      values = zip(values.dropFirst(), values).map { $0 - $1 }
    }
    // The fourth differences of independent errors have the variance 8!/(4!)^2 = 70 times theirs.
    let mean = values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
    return max(Double.root(mean / 70), largest * 0x1p-53)
  }
}
