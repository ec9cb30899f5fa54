extension Elementary {
  private static let scale = DoubleDouble(0x1.20dd750429b6dp0, 0x1.1ae3a914fed80p-56)

  /// The error function, 2/√pi times the integral of e^-u² from 0 to x.
  ///
  /// x is c + h, where c is a multiple of 1/16 whose value stands in a table; the integral from c to
  /// c + h is e^-c² times that of e^(-2ch - h²), whose series follows from its differential equation.
  package static func erf(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.magnitude >= 6 { return x < 0 ? -1 : 1 }
    if x.magnitude < 0x1p-30 { return smallErf(x) }
    let c = nearest(16 * x.magnitude) / 16
    let h = x.magnitude - c
    let entry = Int(truncatingIfNeeded: Int64(16 * c)) * 2
    let step = DoubleDouble.sum(h, seriesBehindLinear(c, h))
    let slope = c == 0 ? scale : scaledExponential(-c * c).pair * scale
    let start = DoubleDouble(ErrorTable.values[entry], ErrorTable.values[entry + 1])
    let magnitude = (start + slope * step).value
    return x < 0 ? -magnitude : magnitude
  }

  /// Below 2^-30 the error function is a line; small numbers are made larger for the exact product.
  private static func smallErf(_ x: Double) -> Double {
    let up: Double = x.magnitude < 0x1p-500 ? 0x1p500 : 1
    let down: Double = up == 1 ? 1 : 0x1p-500
    let tail = DoubleDouble(x * up * scale.low)
    return (DoubleDouble.product(x * up, scale.high) + tail).value * down
  }

  /// The integral of e^(-2cu - u²) from 0 to h, less h: with a(0) = 1 its terms are
  /// a(n) h^(n+1) / (n+1), where (n + 1) a(n+1) = -2c a(n) - 2 a(n-1).
  private static func seriesBehindLinear(_ c: Double, _ h: Double) -> Double {
    var before = 0.0
    var coefficient = 1.0
    var power = h
    var sum = 0.0
    for n in 1...14 {
      let next = -2 * (c * coefficient + before) / Double(n)
      before = coefficient
      coefficient = next
      power *= h
      sum += coefficient * power / Double(n + 1)
    }
    return sum
  }
}
