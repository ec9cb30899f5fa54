/// A number as the unevaluated sum of two doubles, good for about 106 bits.
///
/// The algorithms are Dekker's and Knuth's; they are exact because Swift neither reorders nor fuses
/// operations. Values must stay well inside the exponent range (here below 2^990).
struct DoubleDouble: Equatable, Sendable {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The nearest double.
  var value: Double { high + low }
}

extension DoubleDouble {
  /// a + b exactly.
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let high = a + b
    let part = high - a
    return DoubleDouble(high, (a - (high - part)) + (b - part))
  }

  /// a + b exactly, where a is not smaller than b in magnitude.
  static func orderedSum(_ a: Double, _ b: Double) -> DoubleDouble {
    let high = a + b
    return DoubleDouble(high, b - (high - a))
  }

  /// a · b exactly.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let x = split(a)
    let y = split(b)
    let high = a * b
    let low = ((x.high * y.high - high) + x.high * y.low + x.low * y.high) + x.low * y.low
    return DoubleDouble(high, low)
  }

  /// The square root of a non-negative pair.
  static func root(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high > 0 else { return DoubleDouble(0) }
    let high = Double.root(x.high)
    let square = product(high, high)
    return orderedSum(high, ((x.high - square.high) - square.low + x.low) / (2 * high))
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = sum(a.high, b.high)
    return orderedSum(high.high, high.low + (a.low + b.low))
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = product(a.high, b.high)
    return orderedSum(high.high, high.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let quotient = a.high / b.high
    let back = product(quotient, b.high)
    let rest = ((a.high - back.high) - back.low + a.low) - quotient * b.low
    return orderedSum(quotient, rest / b.high)
  }

  /// Both parts times a power of two.
  func scaled(by power: Double) -> DoubleDouble { DoubleDouble(high * power, low * power) }

  /// A double as two halves of 26 bits, whose products are exact.
  private static func split(_ x: Double) -> DoubleDouble {
    let scaled = x * 0x1.0000002p27
    let high = scaled - (scaled - x)
    return DoubleDouble(high, x - high)
  }
}
