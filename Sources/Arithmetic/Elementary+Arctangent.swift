extension Elementary {
  private static let halfTurn = DoubleDouble(0x1.921fb54442d18p1, 0x1.1a62633145c07p-53)
  private static let quarterTurn = DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54)

  /// The angle whose tangent is x.
  package static func atan(_ x: Double) -> Double {
    if x.magnitude < 0x1p-30 || x.isNaN { return x }
    if x.magnitude > 0x1p60 { return signed(quarterTurn.value, as: x) }
    return signed(angle(DoubleDouble(x.magnitude), DoubleDouble(1)).value, as: x)
  }

  /// The angle of the point (x, y) from the positive x axis, from -pi to pi.
  package static func atan2(_ y: Double, _ x: Double) -> Double {
    if x.isNaN || y.isNaN { return .nan }
    let isLeft = x.sign == .minus
    var opposite = y.magnitude
    var adjacent = x.magnitude
    if opposite.isInfinite && adjacent.isInfinite {
      opposite = 1
      adjacent = 1
    }
    if opposite == 0 || adjacent.isInfinite || opposite * 0x1p64 < adjacent {
      return signed(isLeft ? halfTurn.value : opposite == 0 ? 0 : opposite / adjacent, as: y)
    }
    if opposite.isInfinite || adjacent * 0x1p64 < opposite {
      return signed(quarterTurn.value, as: y)
    }
    // Both are within a factor of 2^64: bring them where products neither overflow nor lose bits.
    let scale: Double = adjacent > 0x1p500 ? 0x1p-600 : adjacent < 0x1p-500 ? 0x1p600 : 1
    let first = angle(DoubleDouble(opposite * scale), DoubleDouble(adjacent * scale))
    return signed(isLeft ? (halfTurn - first).value : first.value, as: y)
  }

  /// The angle whose sine is x; NaN outside -1...1.
  package static func asin(_ x: Double) -> Double {
    guard x.magnitude <= 1 else { return .nan }
    if x.magnitude < 0x1p-30 { return x }
    return signed(angle(DoubleDouble(x.magnitude), otherLeg(x)).value, as: x)
  }

  /// The angle whose cosine is x; NaN outside -1...1.
  package static func acos(_ x: Double) -> Double {
    guard x.magnitude <= 1 else { return .nan }
    let first = angle(otherLeg(x), DoubleDouble(x.magnitude))
    return x < 0 ? (halfTurn - first).value : first.value
  }
}

extension Elementary {
  private static func signed(_ magnitude: Double, as model: Double) -> Double {
    Double(signOf: model, magnitudeOf: magnitude)
  }

  /// The square root of 1 - x².
  private static func otherLeg(_ x: Double) -> DoubleDouble {
    .root(DoubleDouble.sum(1, -x) * DoubleDouble.sum(1, x))
  }

  /// The angle in the first quadrant of the point (adjacent, opposite).
  private static func angle(_ opposite: DoubleDouble, _ adjacent: DoubleDouble) -> DoubleDouble {
    opposite.high > adjacent.high
      ? quarterTurn - lowerAngle(adjacent, opposite) : lowerAngle(opposite, adjacent)
  }

  /// The angle up to pi/4: the table's angle with tangent c, near a/b, and a short series in
  /// t = (a - c·b) / (b + c·a), the tangent of what remains.
  private static func lowerAngle(_ a: DoubleDouble, _ b: DoubleDouble) -> DoubleDouble {
    let index = nearest(32 * (a.high / b.high))
    let c = index / 32
    let t =
      (a - (DoubleDouble.product(c, b.high) + DoubleDouble(c * b.low)))
      / (b + (DoubleDouble.product(c, a.high) + DoubleDouble(c * a.low)))
    let z = t.high * t.high
    var series = z / -11 + 1.0 / 9
    series = series * z - 1.0 / 7
    series = series * z + 1.0 / 5
    series = series * z - 1.0 / 3
    let entry = Int(truncatingIfNeeded: Int64(index)) * 2
    let head = DoubleDouble.sum(ArctangentTable.angles[entry], t.high)
    let tail = ArctangentTable.angles[entry + 1] + (t.low + t.high * z * series)
    return .orderedSum(head.high, head.low + tail)
  }
}
