/// Decimal text to the nearest double, ties to even, without locale.
///
/// A number is an optional sign, digits with at most one point among, before or after them, and an
/// optional exponent: `12`, `-0.5`, `.5`, `5.`, `1e-8`. Everything else, blanks too, is no number.
package enum NumberReader {
  /// The number that the whole text is, or nil.
  package static func double(_ utf8: some Collection<UInt8>) -> Double? {
    utf8.withContiguousStorageIfAvailable(read) ?? Array(utf8).withUnsafeBufferPointer(read)
  }

  private static func read(_ utf8: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let decimal = Decimal(utf8) else { return nil }
    let magnitude = decimal.quickValue ?? decimal.exactValue
    return decimal.isNegative ? -magnitude : magnitude
  }
}

/// The parts of a decimal number in the text that it was read from.
private struct Decimal {
  var isNegative = false
  /// From the first digit that is not zero to the exponent, with a point anywhere.
  var significand: Slice<UnsafeBufferPointer<UInt8>>
  /// How many digits the significand has, and the first 19 of them as a whole number.
  var digitCount = 0
  var leading: UInt64 = 0
  /// The value is the significand, without its point, times ten to this power.
  var exponent: Int64 = 0

  init?(_ utf8: UnsafeBufferPointer<UInt8>) {
    significand = utf8[utf8.endIndex...]
    var rest = utf8[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    var isFraction = false
    var hasDigits = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if let digit = Self.digit(byte) {
        hasDigits = true
        if isFraction { exponent -= 1 }
        if digitCount == 0 && digit != 0 { significand = rest }
        if digitCount > 0 || digit != 0 { digitCount += 1 }
        if digitCount <= 19 { leading = leading * 10 + UInt64(digit) }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard hasDigits else { return nil }
    significand = significand[..<max(rest.startIndex, significand.startIndex)]
    guard let letter = rest.first else { return }
    guard letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E"),
      let written = Self.exponent(rest.dropFirst())
    else { return nil }
    exponent += written
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : nil
  }

  /// A signed whole number, held below a million millions: far beyond any double's range.
  private static func exponent(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    var rest = utf8
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in rest {
      guard let digit = digit(byte) else { return nil }
      value = min(value * 10 + Int64(digit), 1_000_000_000_000)
    }
    return isNegative ? -value : value
  }
}

extension Decimal {
  /// Powers of ten that are doubles.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The value where one exact multiplication or division gives it, rounded once.
  var quickValue: Double? {
    if digitCount == 0 { return 0 }
    guard digitCount <= 19, leading <= 1 << 53, exponent.magnitude <= 22 else { return nil }
    let power = Self.powersOfTen[Int(exponent.magnitude)]
    return exponent < 0 ? Double(leading) / power : Double(leading) * power
  }

  /// No midpoint between two doubles has more digits than 767: where cut digits could decide, the
  /// last one kept is 0, and setting its lowest bit says that something follows.
  private static let digitLimit = 800

  /// The value by division of whole numbers: a quotient of 64 bits and whether anything is left.
  var exactValue: Double {
    let magnitude = Int64(digitCount) + exponent
    if magnitude > 310 { return .infinity }
    if magnitude < -324 { return 0 }
    var numerator = BigInteger(0)
    var digits = significand.lazy.compactMap(Self.digit).makeIterator()
    for _ in 1..<min(digitCount, Self.digitLimit) {
      numerator.multiply(by: 10, adding: UInt32(digits.next() ?? 0))
    }
    var last = UInt32(digits.next() ?? 0)
    while let cut = digits.next() { last |= cut == 0 ? 0 : 1 }
    numerator.multiply(by: 10, adding: last)

    let power = Int(exponent) + max(0, digitCount - Self.digitLimit)
    var denominator = BigInteger(1)
    numerator.multiply(byPowerOfTen: max(0, power))
    denominator.multiply(byPowerOfTen: max(0, -power))

    let shift = 63 - (numerator.bitWidth - denominator.bitWidth)
    numerator.shiftLeft(max(0, shift))
    denominator.shiftLeft(max(0, -shift))
    let (quotient, remainder) = numerator.divided(by: denominator)
    return Self.rounded(quotient, isInexact: !remainder.isZero, exponent: -shift)
  }

  /// quotient · 2^exponent to nearest even, where a little more may follow the quotient, which has
  /// 63 or 64 bits.
  private static func rounded(_ quotient: UInt64, isInexact: Bool, exponent: Int) -> Double {
    let width = 64 - quotient.leadingZeroBitCount
    // The unit of the result's last place, not below that of the subnormal numbers.
    let unit = max(exponent + width - 53, -1074)
    let dropped = UInt64(unit - exponent)
    guard dropped <= 64 else { return 0 }
    let kept = quotient >> dropped
    let half: UInt64 = 1 << (dropped - 1)
    let tail = quotient & (half | (half - 1))
    let isUp = tail > half || (tail == half && (isInexact || kept & 1 == 1))
    let significand = Double(kept + (isUp ? 1 : 0))
    // Two factors, as 2^unit alone may be subnormal or the significand a full 2^53.
    let power = Int64(unit)
    return significand * Elementary.powerOfTwo(power / 2) * Elementary.powerOfTwo(power - power / 2)
  }
}
