import Arithmetic

/// A derivative by differences of fourth order, and how far it can be trusted.
///
/// Of steps that are each a tenth of the one before, that one is taken where the change to the next
/// (the formula's own error) and the rounding of the function together are least; shorter ones are not
/// tried where that is little enough. The rounding is measured, by differences of seven values that
/// lie so close that the function itself does not change between them (Moré and Wild 2011,
/// "Estimating computational noise").
struct DifferenceQuotient {
  enum Verdict: String {
    case yes, no
    case unknown = "cannot tell"
  }

  /// One step's quotient, its rounding, and the slopes on both sides.
  private struct Rung {
    var value: Double
    var noise: Double
    var left: Double
    var right: Double
  }

  private var best = Rung(value: .nan, noise: .infinity, left: .nan, right: .nan)
  /// The most that rounding and the formula's own error may make.
  private(set) var uncertainty = Double.infinity

  var value: Double { best.value }
  /// The slopes on both sides.
  var left: Double { best.left }
  var right: Double { best.right }

  /// A relative difference that agrees.
  private static let agreement = 1e-7
  /// What is below this cannot be told from a gradient of 0.
  private static let floor = 1e-6

  init(at x: Double, _ f: (Double) -> Double) {
    let center = f(x)
    let longest = 6e-6 * max(1, abs(x))
    var last = Self.rung(x, longest, center, f)
    for step in [0.1, 0.01, 0.001, 0.0001] {
      let next = Self.rung(x, step * longest, center, f)
      // Where the error shrinks with the step alone, a tenth of it is left behind the change.
      let uncertainty = last.noise + 1.2 * abs(last.value - next.value)
      if uncertainty < self.uncertainty {
        best = last
        self.uncertainty = uncertainty
      }
      if self.uncertainty <= Self.agreement * abs(value) { return }
      last = next
    }
  }

  private static func rung(
    _ x: Double,
    _ step: Double,
    _ center: Double,
    _ f: (Double) -> Double
  ) -> Rung {
    let h = x + step - x
    let (above, below) = (f(x + h), f(x - h))
    let far = f(x + 2 * h) - f(x - 2 * h)
    return Rung(
      value: (8 * (above - below) - far) / (12 * h),
      noise: 10 * noise(around: x + h, by: 1e-6 * h, f) / h,
      left: (center - below) / h,
      right: (above - center) / h
    )
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

  /// Whether a gradient is what the function says.
  func verdict(on gradient: Double) -> Verdict {
    let size = max(abs(value), abs(gradient))
    guard value.isFinite, gradient.isFinite else { return .unknown }
    if abs(value - gradient) > Self.agreement * size + uncertainty { return .no }
    return uncertainty <= max(1e-3 * size, Self.floor) ? .yes : .unknown
  }

  /// Whether rounding is the larger part of what is not known.
  var isRounding: Bool { best.noise > uncertainty / 2 }

  /// Whether both sides have slopes that have nothing to do with each other.
  var isCorner: Bool {
    abs(left - right) > 1e-3 * max(abs(left), abs(right)) + uncertainty
  }
}
