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

  /// The place of a value; outside 0...1 where it is outside the limits, but never so far that a
  /// line from there could not be clipped.
  @inline(__always)
  func unit(_ value: Double) -> Double {
    let place = place(isLogarithmic ? Elementary.log10(value) : value)
    return place > Self.farthest ? Self.farthest : place < -Self.farthest ? -Self.farthest : place
  }

  private static let farthest = 1e9

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
