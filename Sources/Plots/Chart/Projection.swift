import Arithmetic

/// From values of one axis to 0...1.
struct Projection: Equatable, Sendable {
  let isLogarithmic: Bool
  /// Of the value, or of its decimal logarithm.
  let lower: Double
  let upper: Double

  init(lower: Double, upper: Double, isLogarithmic: Bool) {
    self.lower = lower
    self.upper = upper
    self.isLogarithmic = isLogarithmic
  }

  /// The place of a value; outside 0...1 where it is outside the limits.
  @inline(__always)
  func unit(_ value: Double) -> Double {
    place(isLogarithmic ? Elementary.log10(value) : value)
  }

  /// The place of a value, or of a decimal logarithm on a logarithmic axis.
  @inline(__always)
  func place(_ transformed: Double) -> Double {
    (transformed - lower) / (upper - lower)
  }

  func value(_ unit: Double) -> Double {
    let transformed = lower + unit * (upper - lower)
    return isLogarithmic ? Elementary.pow(10, transformed) : transformed
  }
}
