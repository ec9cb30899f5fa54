extension Elementary {
  /// What is left of x after whole multiples of y, with the sign of y: -1 is 2 modulo 3.
  ///
  /// Exact but for one rounding where the signs differ; NaN for y = 0 and for an infinite x.
  package static func modulo(_ x: Double, _ y: Double) -> Double {
    guard x.isFinite, !y.isNaN, y != 0 else { return .nan }
    let rest = y.isInfinite ? x.magnitude : remainder(x.magnitude, y.magnitude)
    if rest == 0 { return Double(signOf: y, magnitudeOf: 0) }
    let signed = Double(signOf: x, magnitudeOf: rest)
    return x.sign == y.sign ? signed : signed + y
  }

  /// The root of x² + y², without squares that leave the range of numbers.
  package static func hypot(_ x: Double, _ y: Double) -> Double {
    if x.isInfinite || y.isInfinite { return .infinity }
    if x.isNaN || y.isNaN { return .nan }
    let longer = max(x.magnitude, y.magnitude)
    let shorter = min(x.magnitude, y.magnitude)
    if shorter <= longer * 0x1p-60 { return longer }
    let up: Double = longer > 0x1p500 ? 0x1p-600 : longer < 0x1p-400 ? 0x1p600 : 1
    let down: Double = longer > 0x1p500 ? 0x1p600 : longer < 0x1p-400 ? 0x1p-600 : 1
    let a = longer * up
    let b = shorter * up
    return DoubleDouble.root(.product(a, a) + .product(b, b)).value * down
  }
}

extension Elementary {
  /// Long division: each subtraction of a shifted divisor is exact and takes the leading bit away.
  private static func remainder(_ x: Double, _ y: Double) -> Double {
    var rest = x
    while rest >= y {
      let shift = Int64(rest.exponent) - Int64(y.exponent)
      let third = shift / 3
      let large = y * powerOfTwo(third) * powerOfTwo(third) * powerOfTwo(shift - 2 * third)
      rest -= large > rest ? large / 2 : large
    }
    return rest
  }
}
