extension Elementary {
  /// The hyperbolic sine.
  package static func sinh(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x.magnitude < 0x1p-28 { return x }
    if x.magnitude < 0.5 { return smallSinh(x) }
    if x.magnitude > 711 { return x * .infinity }
    let magnitude = halfExponentials(x.magnitude) { $0 - $1 }
    return x < 0 ? -magnitude : magnitude
  }

  /// The hyperbolic cosine.
  package static func cosh(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x.magnitude > 711 { return .infinity }
    return halfExponentials(x.magnitude) { $0 + $1 }
  }

  /// The hyperbolic tangent.
  @usableFromInline package static func tanh(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x.magnitude < 0x1p-28 { return x }
    if x.magnitude < 0.125 { return smallTanh(x) }
    if x.magnitude > 22 { return x < 0 ? -1 : 1 }
    let power = scaledExponential(2 * x.magnitude).pair
    let one = DoubleDouble(1)
    let magnitude = ((power - one) / (power + one)).value
    return x < 0 ? -magnitude : magnitude
  }
}

extension Elementary {
  /// e^x / 2 and e^-x / 2, put together; the second no longer counts beyond x = 40.
  private static func halfExponentials(
    _ x: Double,
    _ together: (DoubleDouble, DoubleDouble) -> DoubleDouble
  ) -> Double {
    var power = scaledExponential(x)
    power.exponent -= 1
    guard x < 40 else { return power.value }
    return together(power.pair, DoubleDouble(0.25) / power.pair).value
  }

  private static func smallSinh(_ x: Double) -> Double {
    let z = x * x
    var series = z / 355_687_428_096_000 + 1.0 / 1_307_674_368_000
    series = series * z + 1.0 / 6_227_020_800
    series = series * z + 1.0 / 39_916_800
    series = series * z + 1.0 / 362_880
    series = series * z + 1.0 / 5_040
    series = series * z + 1.0 / 120
    series = series * z + 1.0 / 6
    return x + x * z * series
  }

  private static func smallTanh(_ x: Double) -> Double {
    let z = x * x
    var series = z * (929_569.0 / 638_512_875) - 21_844.0 / 6_081_075
    series = series * z + 1_382.0 / 155_925
    series = series * z - 62.0 / 2_835
    series = series * z + 17.0 / 315
    series = series * z - 2.0 / 15
    series = series * z + 1.0 / 3
    return x - x * z * series
  }
}
