public import Arithmetic

/// The exponentially weighted average of a series: it remembers about `1 / (1 - beta)` numbers and
/// needs the memory of one.
///
///     v = beta*v + (1 - beta)*x        (begins with 0)
///     v_hat = v / (1 - beta^t)         (corrected)
///
/// Without correction its first values are too small, since it starts at 0. In pandas the corrected
/// average is `ewm(alpha=1-beta, adjust=True)`; `adjust=False` starts from the first number and is
/// neither of the two.
///
/// ```swift
/// var average = try WeightedAverage<Double>(beta: 0.5)
/// average.add(10)  // 5
/// average.add(20)  // 12.5
/// average.corrected  // 16.666666666666668
/// ```
///
/// Source: the lecture, C2W2L03 to C2W2L05.
public struct WeightedAverage<Scalar: Real>: Equatable, Sendable {
  /// The weight of the past, at least 0 and below 1.
  public let beta: Scalar
  /// How many numbers have been added.
  public private(set) var t = 0
  /// The average, without correction.
  public private(set) var value: Scalar = 0

  /// - Parameter beta: the weight of the past, at least 0 and below 1.
  /// - Throws: ``HyperparameterError/outOfRange(setting:value:range:)``.
  public init(beta: Scalar = 0.9) throws(HyperparameterError) {
    guard HyperparameterRange.belowOne.contains(beta.widened) else {
      throw .outOfRange(setting: "beta", value: beta.widened, range: .belowOne)
    }
    self.beta = beta
  }

  /// Takes in one more number; gives the average without correction.
  @discardableResult
  public mutating func add(_ number: Scalar) -> Scalar {
    t += 1
    value = beta * value + (1 - beta) * number
    return value
  }

  /// The average corrected for its start at 0; before the first number it is 0 divided by 0, which
  /// is not a number.
  public var corrected: Scalar { value / (1 - Scalar.power(beta, Scalar(t))) }

  /// The averages of a whole series, one for each of its numbers.
  ///
  /// - Parameters:
  ///   - numbers: the series.
  ///   - beta: the weight of the past, at least 0 and below 1.
  ///   - isCorrected: whether each is corrected for the start at 0.
  /// - Throws: ``HyperparameterError`` when `beta` is not at least 0 and below 1.
  public static func series(
    _ numbers: [Scalar],
    beta: Scalar,
    corrected isCorrected: Bool = false
  ) throws(HyperparameterError) -> [Scalar] {
    var average = try WeightedAverage(beta: beta)
    var result: [Scalar] = []
    result.reserveCapacity(numbers.count)
    for number in numbers {
      average.add(number)
      result.append(isCorrected ? average.corrected : average.value)
    }
    return result
  }
}
