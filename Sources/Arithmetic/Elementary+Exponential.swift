extension Elementary {
  /// e to the power of x.
  @usableFromInline package static func exp(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x > 709.8 { return .infinity }
    if x < -745.2 { return 0 }
    return scaledExponential(x).value
  }

  /// e to the power of x, less 1, without cancellation near 0.
  @usableFromInline package static func expm1(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x > 709.8 { return .infinity }
    if x < -40 { return -1 }
    if x.magnitude < 0x1p-54 { return x }
    if x.magnitude < 0.25 { return smallExpm1(x) }
    let power = scaledExponential(x)
    guard power.exponent < 64 else { return power.value }
    return (power.pair - DoubleDouble(1)).value
  }

  /// The logistic function 1 / (1 + e^-x).
  @usableFromInline package static func sigmoid(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x > 40 { return 1 }
    if x < -40 { return exp(x) }
    let power = scaledExponential(x).pair
    return (power / (power + DoubleDouble(1))).value
  }

  /// 2^(j/64) as high and low part, j from 0 to 63, for loops in C that compute as `exp` does.
  package static func withPowers<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result? {
    ExponentialTable.powers.withUnsafeBufferPointer { $0.baseAddress.map(body) }
  }

  /// e^(x + tail) to about 60 bits, for sums between -746 and 710.
  ///
  /// x is k·(ln 2)/64 + r with |r| < 0.0055; e^r is a short series, 2^(k/64) a power of two times
  /// an entry of the table.
  static func scaledExponential(_ x: Double, tail: Double = 0) -> ScaledPower {
    let k = nearest(x * 0x1.71547652b82fep6)
    // k·high is exact: 36 bits times 17.
    let r = (x - k * 0x1.62e42fefap-7) + (tail - k * 0x1.cf79abc9e3b3ap-46)
    var series = r / 720 + 1.0 / 120
    series = series * r + 1.0 / 24
    series = series * r + 1.0 / 6
    series = series * r + 0.5
    series = series * (r * r) + r
    let index = Int64(k)
    let entry = Int(truncatingIfNeeded: index & 63) * 2
    let high = ExponentialTable.powers[entry]
    let low = ExponentialTable.powers[entry + 1] + high * series
    return ScaledPower(significand: .orderedSum(high, low), exponent: index >> 6)
  }
}

/// significand · 2^exponent, where 0.99 < significand < 2.
struct ScaledPower {
  var significand: DoubleDouble
  var exponent: Int64

  /// The pair itself, for exponents between -1000 and 1000.
  var pair: DoubleDouble { significand.scaled(by: Elementary.powerOfTwo(exponent)) }

  /// The nearest double: infinite above the range, rounded once below the normal range.
  var value: Double {
    if exponent > 1023 { return significand.value * 2 * 0x1p1023 }
    if exponent > -1022 || (exponent == -1022 && significand.high >= 1) {
      return significand.value * Elementary.powerOfTwo(exponent)
    }
    // Adding this much makes the sum round where the subnormal result must.
    let bias = Elementary.powerOfTwo(-1022 - exponent)
    let sum = DoubleDouble.orderedSum(bias, significand.high)
    let rounded = sum.high + (sum.low + significand.low)
    return (rounded - bias) * Elementary.powerOfTwo(exponent + 100) * 0x1p-100
  }
}

extension Elementary {
  /// The series of e^x - 1 for magnitudes below 1/4; x²/2 is kept exactly.
  private static func smallExpm1(_ x: Double) -> Double {
    var series = x / 6_227_020_800 + 1.0 / 479_001_600
    series = series * x + 1.0 / 39_916_800
    series = series * x + 1.0 / 3_628_800
    series = series * x + 1.0 / 362_880
    series = series * x + 1.0 / 40_320
    series = series * x + 1.0 / 5_040
    series = series * x + 1.0 / 720
    series = series * x + 1.0 / 120
    series = series * x + 1.0 / 24
    series = series * x + 1.0 / 6
    let square = DoubleDouble.product(x, x)
    let sum = DoubleDouble.orderedSum(x, square.high / 2)
    return sum.high + (sum.low + (square.low / 2 + x * square.high * series))
  }
}
