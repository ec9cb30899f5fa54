/// An angle as a quadrant and a rest between -pi/4 and pi/4.
///
/// Beyond pi/4 the angle's significand is multiplied with just those binary digits of 2/pi that
/// decide the quadrant and the next 190 bits (Payne and Hanek), so no angle is too large.
struct ReducedAngle {
  /// 0 to 3: the angle is `quadrant` times pi/2 plus `rest`, but for whole turns.
  var quadrant: UInt64
  var rest: DoubleDouble
}

extension ReducedAngle {
  /// Reduces a finite angle.
  init(_ angle: Double) {
    guard angle.magnitude > 0x1.921fb54442d18p-1 else {
      self.init(quadrant: 0, rest: DoubleDouble(angle))
      return
    }
    self.init(large: angle.magnitude)
    if angle < 0 {
      quadrant = (0 &- quadrant) & 3
      rest = -rest
    }
  }

  private init(large angle: Double) {
    let significand = angle.bitPattern & 0xF_FFFF_FFFF_FFFF | 0x10_0000_0000_0000
    // Digits of 2/pi worth less than 2^-2 in the product's whole turns; 64 zero digits lead.
    let start = Int(truncatingIfNeeded: angle.bitPattern >> 52) - 1075 - 2 + 64
    let low = significand.multipliedFullWidth(by: Self.digits(start + 128))
    let middle = significand.multipliedFullWidth(by: Self.digits(start + 64))
    let (second, carry) = middle.low.addingReportingOverflow(low.high)
    let first = significand &* Self.digits(start) &+ middle.high &+ (carry ? 1 : 0)

    var turn = first >> 62
    var digits = (first << 2 | second >> 62, second << 2 | low.low >> 62, low.low << 2)
    let isPastHalf = digits.0 >> 63 == 1
    if isPastHalf {
      turn = (turn + 1) & 3
      digits = (~digits.0, ~digits.1, ~digits.2)
    }
    let fraction = Self.fraction(digits)
    let product = fraction * DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54)
    self.init(quadrant: turn, rest: isPastHalf ? -product : product)
  }

  /// 64 digits of 2/pi from a position on.
  private static func digits(_ position: Int) -> UInt64 {
    let word = position >> 6
    let shift = UInt64(truncatingIfNeeded: position & 63)
    return TwoOverPi.words[word] << shift | TwoOverPi.words[word + 1] >> (64 - shift)
  }

  /// A binary fraction of 192 digits as a pair; no double comes closer than 2^-64 to a multiple.
  private static func fraction(_ digits: (UInt64, UInt64, UInt64)) -> DoubleDouble {
    let zeros = UInt64(digits.0.leadingZeroBitCount)
    let first = digits.0 << zeros | digits.1 >> (64 - zeros)
    let second = digits.1 << zeros | digits.2 >> (64 - zeros)
    let unit = Elementary.powerOfTwo(-53 - Int64(zeros))
    let high = Double(first >> 11) * unit
    let low = Double((first & 0x7FF) << 53 | second >> 11) * unit * 0x1p-64
    return DoubleDouble(high, low)
  }
}
