internal import Arithmetic

/// The numbers a hyperparameter may be: an interval, each end with or without its end point.
///
/// Not-a-number and the infinities are in no range.
public struct HyperparameterRange: Equatable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end, infinite when there is none.
  public let upper: Double
  /// Whether the lower end itself is allowed.
  public let isLowerIncluded: Bool
  /// Whether the upper end itself is allowed.
  public let isUpperIncluded: Bool

  /// Above 0, as learning rates are.
  public static let positive = HyperparameterRange(
    lower: 0,
    upper: .infinity,
    isLowerIncluded: false,
    isUpperIncluded: false
  )
  /// 0 or more, as epsilon and weight decay are.
  public static let notNegative = HyperparameterRange(
    lower: 0,
    upper: .infinity,
    isLowerIncluded: true,
    isUpperIncluded: false
  )
  /// At least 0 and below 1, as the weights of averages are.
  public static let belowOne = HyperparameterRange(
    lower: 0,
    upper: 1,
    isLowerIncluded: true,
    isUpperIncluded: false
  )
  /// From 0 to 1, both included.
  public static let unit = HyperparameterRange(
    lower: 0,
    upper: 1,
    isLowerIncluded: true,
    isUpperIncluded: true
  )

  /// 1 or more, as what lets a step grow is.
  public static let fromOne = HyperparameterRange(
    lower: 1,
    upper: .infinity,
    isLowerIncluded: true,
    isUpperIncluded: false
  )
  /// Any number but not-a-number and the infinities.
  public static let finite = HyperparameterRange(
    lower: -.infinity,
    upper: .infinity,
    isLowerIncluded: false,
    isUpperIncluded: false
  )

  /// Whether `value` is in the range.
  public func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    let isAbove = isLowerIncluded ? value >= lower : value > lower
    let isBelow = isUpperIncluded ? value <= upper : value < upper
    return isAbove && isBelow
  }

  /// The range in words: "at least 0 and below 1".
  public var words: String {
    let from = "\(isLowerIncluded ? "at least" : "above") \(NumberText.shortest(lower))"
    if upper == .infinity { return from }
    return from + " and \(isUpperIncluded ? "at most" : "below") \(NumberText.shortest(upper))"
  }
}
