extension Elementary {
  /// The sine of an angle in radians, of any size.
  @usableFromInline package static func sin(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    if x.magnitude < 0x1p-27 { return x }
    let angle = ReducedAngle(x)
    switch angle.quadrant {
    case 0: return sine(angle.rest).value
    case 1: return cosine(angle.rest).value
    case 2: return -sine(angle.rest).value
    default: return -cosine(angle.rest).value
    }
  }

  /// The cosine of an angle in radians, of any size.
  @usableFromInline package static func cos(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    let angle = ReducedAngle(x)
    switch angle.quadrant {
    case 0: return cosine(angle.rest).value
    case 1: return -sine(angle.rest).value
    case 2: return -cosine(angle.rest).value
    default: return sine(angle.rest).value
    }
  }

  /// The tangent of an angle in radians, of any size.
  @usableFromInline package static func tan(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    if x.magnitude < 0x1p-27 { return x }
    let angle = ReducedAngle(x)
    let sine = sine(angle.rest)
    let cosine = cosine(angle.rest)
    return angle.quadrant & 1 == 0 ? (sine / cosine).value : -(cosine / sine).value
  }
}

extension Elementary {
  /// The series of the sine for magnitudes up to pi/4.
  private static func sine(_ x: DoubleDouble) -> DoubleDouble {
    let z = x.high * x.high
    var series = z / 355_687_428_096_000 - 1.0 / 1_307_674_368_000
    series = series * z + 1.0 / 6_227_020_800
    series = series * z - 1.0 / 39_916_800
    series = series * z + 1.0 / 362_880
    series = series * z - 1.0 / 5_040
    series = series * z + 1.0 / 120
    series = series * z - 1.0 / 6
    return .orderedSum(x.high, x.low * (1 - z / 2) + x.high * z * series)
  }

  /// The series of the cosine for magnitudes up to pi/4; x²/2 is kept exactly.
  private static func cosine(_ x: DoubleDouble) -> DoubleDouble {
    let square = DoubleDouble.product(x.high, x.high)
    let z = square.high
    var series = z / -6_402_373_705_728_000 + 1.0 / 20_922_789_888_000
    series = series * z - 1.0 / 87_178_291_200
    series = series * z + 1.0 / 479_001_600
    series = series * z - 1.0 / 3_628_800
    series = series * z + 1.0 / 40_320
    series = series * z - 1.0 / 720
    series = series * z + 1.0 / 24
    let head = DoubleDouble.orderedSum(1, z / -2)
    let rest = z * z * series - (square.low / 2 + x.high * x.low)
    return .orderedSum(head.high, head.low + rest)
  }
}
