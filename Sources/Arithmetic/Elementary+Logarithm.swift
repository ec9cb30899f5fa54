extension Elementary {
  /// The natural logarithm.
  @usableFromInline package static func log(_ x: Double) -> Double {
    guard isOrdinary(x) else { return logarithmOutsideRange(x) }
    return logarithm(x).value
  }

  /// The logarithm to base 2; exact for powers of two.
  @usableFromInline package static func log2(_ x: Double) -> Double {
    guard isOrdinary(x) else { return logarithmOutsideRange(x) }
    return (logarithm(x) * DoubleDouble(0x1.71547652b82fep0, 0x1.777d0ffda0d24p-56)).value
  }

  /// The logarithm to base 10; exact for powers of ten.
  @usableFromInline package static func log10(_ x: Double) -> Double {
    guard isOrdinary(x) else { return logarithmOutsideRange(x) }
    return (logarithm(x) * DoubleDouble(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)).value
  }

  /// The natural logarithm of 1 + x, without cancellation near 0.
  @usableFromInline package static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    let sum = DoubleDouble.sum(1, x)
    guard isOrdinary(sum.high) else { return logarithmOutsideRange(sum.high) }
    let main = logarithm(sum.high)
    return main.high + (main.low + sum.low / sum.high)
  }

  /// The logarithm of 1 + e^x: 0 far to the left, x far to the right.
  package static func softplus(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x > 40 { return x }
    if x < -40 { return exp(x) }
    let sum = DoubleDouble(1) + scaledExponential(x).pair
    let main = logarithm(sum.high)
    return main.high + (main.low + sum.low / sum.high)
  }

  /// The logarithm of a positive finite number to about 68 bits.
  ///
  /// x is z·2^k with z between 0.6875 and 1.375; the table has a c of few bits near 1/z, so that
  /// r = z·c - 1 is exact in two parts and small, and log x = k ln 2 - log c + log(1 + r).
  static func logarithm(_ x: Double) -> DoubleDouble {
    var bits = x.bitPattern
    var exponent: Int64 = 0
    if x < .leastNormalMagnitude {
      bits = (x * 0x1p54).bitPattern
      exponent = -54
    }
    let offset = bits &- 0x3FE6_0000_0000_0000
    let shift = Int64(bitPattern: offset) >> 52
    exponent += shift
    let z = Double(bitPattern: bits &- UInt64(bitPattern: shift) << 52)
    let slice = Int(truncatingIfNeeded: (offset >> 45) & 127) * 3
    let reciprocal = LogarithmTable.slices[slice]

    let zHigh = withoutLowBits(z)
    let r = DoubleDouble.sum(zHigh * reciprocal - 1, (z - zHigh) * reciprocal)
    let k = Double(exponent)
    // Both products are multiples of 2^-42 below 2^10: the sum is exact.
    let head = k * 0x1.62e42fefa38p-1 + LogarithmTable.slices[slice + 1]
    let tail = k * 0x1.ef35793c7673p-45 + LogarithmTable.slices[slice + 2]

    let rHigh = withoutLowBits(r.high)
    let first = DoubleDouble.sum(head, r.high)
    let second = DoubleDouble.sum(first.high, -0.5 * rHigh * rHigh)
    var low = r.high * r.high * r.high * cubicTail(r.high)
    low -= 0.5 * (r.high - rHigh) * (r.high + rHigh)
    low += first.low + second.low
    low += (r.low - r.high * r.low) + tail
    return .sum(second.high, low)
  }
}

extension Elementary {
  /// (log(1 + r) - r + r²/2) / r³ for magnitudes up to 2^-7.
  private static func cubicTail(_ r: Double) -> Double {
    var series = r * -0.1 + 1.0 / 9
    series = series * r - 1.0 / 8
    series = series * r + 1.0 / 7
    series = series * r - 1.0 / 6
    series = series * r + 1.0 / 5
    series = series * r - 1.0 / 4
    return series * r + 1.0 / 3
  }

  /// The number cut to 26 significant bits.
  private static func withoutLowBits(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_F800_0000)
  }

  private static func isOrdinary(_ x: Double) -> Bool { x > 0 && x < .infinity }

  private static func logarithmOutsideRange(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    return x > 0 ? x : .nan
  }
}
