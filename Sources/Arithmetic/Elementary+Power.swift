extension Elementary {
  /// x to the power of y, as IEEE 754 defines it: `pow(x, 0)` and `pow(1, y)` are 1.
  ///
  /// The logarithm has about 68 bits, so the result is within 0.52 ulp and a result that is a
  /// double comes out exactly.
  @usableFromInline package static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let magnitude = x.magnitude
    if y.isInfinite {
      if magnitude == 1 { return 1 }
      return (magnitude > 1) == (y > 0) ? .infinity : 0
    }
    let parity = Parity(y)
    let sign: Double = x.sign == .minus && parity == .odd ? -1 : 1
    if magnitude == 0 || magnitude.isInfinite {
      return (magnitude == 0) == (y > 0) ? sign * 0 : sign * .infinity
    }
    if x < 0 && parity == .fraction { return .nan }
    return sign * positivePower(magnitude, y)
  }

  private static func positivePower(_ x: Double, _ y: Double) -> Double {
    power(logarithm(x), y)
  }

  /// e to the power of y times a logarithm.
  static func power(_ base: DoubleDouble, _ y: Double) -> Double {
    let estimate = y * base.high
    if estimate > 710 { return .infinity }
    if estimate < -746 { return 0 }
    if estimate.magnitude < 0x1p-60 { return 1 }
    let product = DoubleDouble.product(y, base.high)
    return scaledExponential(product.high, tail: product.low + y * base.low).value
  }
}

/// Whether a finite number is an even or odd whole number, or neither.
private enum Parity {
  case even, odd, fraction

  init(_ x: Double) {
    guard x.magnitude < 0x1p53 else {
      self = .even
      return
    }
    let whole = Int64(x)
    if Double(whole) != x {
      self = .fraction
    } else {
      self = whole & 1 == 0 ? .even : .odd
    }
  }
}
