/// Doubles as decimal text, without locale.
///
/// All forms share one layout: plain digits from 0.00001 up to 10^15, else an exponent as in
/// `1e-8`. Infinity is `inf`, not-a-number `nan`, negative zero `0`.
package enum NumberText {
  /// The shortest digits that read back as the same number: `0.1`, `3`, `1.5e300`.
  package static func shortest(_ x: Double) -> String {
    special(x) ?? Digits(shortest: x.magnitude).text(isNegative: x < 0)
  }

  /// The same behind other bytes, quickly: for what is written a million times.
  package static func append(shortest x: Double, to bytes: inout [UInt8]) {
    if let whole = Int64(exactly: x), whole.magnitude < 1_000_000_000_000_000 {
      bytes.append(contentsOf: whole.description.utf8)
    } else if x.magnitude >= 1e-4, x.magnitude < 1e15 {
      // Swift's own shortest form has the same layout here.
      bytes.append(contentsOf: x.description.utf8)
    } else {
      bytes.append(contentsOf: shortest(x).utf8)
    }
  }

  /// The number to at most this many significant digits, ties to even, without zeros at the end:
  /// `0.333333`, `1.23457e-8`.
  ///
  /// The shortest form is taken where it has no more digits. An exponent also stands where plain digits would show more than are known: three digits of
  /// 1234567 are `1.23e6`.
  package static func significant(_ x: Double, _ digits: Int) -> String {
    if let text = special(x) { return text }
    let wanted = max(1, min(digits, 17))
    let shortest = Digits(shortest: x.magnitude)
    if shortest.digits.count <= wanted { return shortest.text(isNegative: x < 0) }
    return Digits(x.magnitude, count: wanted, near: shortest.exponent)
      .text(isNegative: x < 0, known: wanted)
  }

  /// The number as an answer shows it: `significant`, but a whole number below 10^15 in full, for it
  /// is known in full: `1000001`, `0.333333`.
  package static func shown(_ x: Double, _ digits: Int) -> String {
    x.magnitude < 1e15 && x == x.rounded() ? shortest(x) : significant(x, digits)
  }

  /// The number to this many decimals, ties to even: `0.50`, `-12.0`.
  ///
  /// A number that rounds to zero has no sign.
  package static func fixed(_ x: Double, _ decimals: Int) -> String {
    guard x.isFinite else { return special(x) ?? "nan" }
    let places = max(0, min(decimals, 400))
    var whole = ExactDecimal.wholeNumber(x.magnitude, timesPowerOfTen: places)
    let isNegative = x < 0 && !whole.isZero
    var digits = ExactDecimal.digits(&whole)
    if digits.count <= places {
      digits.insert(contentsOf: repeatElement(0, count: places + 1 - digits.count), at: 0)
    }
    var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index == digits.count - places { bytes.append(UInt8(ascii: ".")) }
      bytes.append(digit + UInt8(ascii: "0"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func special(_ x: Double) -> String? {
    if x.isNaN { return "nan" }
    if x.isInfinite { return x > 0 ? "inf" : "-inf" }
    return x == 0 ? "0" : nil
  }
}

/// Significant decimal digits; the first one counts 10^exponent.
private struct Digits {
  /// No zeros at either end.
  var digits: [UInt8]
  var exponent: Int

  /// The digits of Swift's own shortest form, for a positive number.
  init(shortest x: Double) {
    digits = []
    exponent = 0
    var written = 0
    var isPastPoint = false
    var isExponent = false
    var isNegative = false
    for byte in x.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): isPastPoint = true
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "+"): break
      default:
        let digit = byte - UInt8(ascii: "0")
        if isExponent {
          written = written * 10 + Int(digit)
        } else {
          // Until the first digit that counts, zeros only move the point.
          if !isPastPoint && !(digits.isEmpty && digit == 0) { exponent += 1 }
          if isPastPoint && digits.isEmpty && digit == 0 { exponent -= 1 }
          if !(digits.isEmpty && digit == 0) { digits.append(digit) }
        }
      }
    }
    exponent += (isNegative ? -written : written) - 1
    trim()
  }

  /// So many digits of a positive number, exactly rounded; `near` may be one too large or small.
  init(_ x: Double, count: Int, near: Int) {
    exponent = near
    var whole = ExactDecimal.wholeNumber(x, timesPowerOfTen: count - 1 - near)
    digits = ExactDecimal.digits(&whole)
    if digits.count < count {
      exponent -= 1
      whole = ExactDecimal.wholeNumber(x, timesPowerOfTen: count - near)
      digits = ExactDecimal.digits(&whole)
    }
    if digits.count > count { exponent += 1 }
    trim()
  }

  private mutating func trim() {
    while digits.count > 1 && digits.last == 0 { digits.removeLast() }
  }

  /// Plain digits or an exponent; `known` is the number of digits that rounding has kept.
  func text(isNegative: Bool, known: Int = .max) -> String {
    var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    let isPlain = exponent >= -5 && exponent < min(15, known)
    let point = isPlain ? exponent + 1 : 1
    if point <= 0 { bytes += [UInt8(ascii: "0"), UInt8(ascii: ".")] }
    bytes += repeatElement(UInt8(ascii: "0"), count: max(0, -point))
    for (index, digit) in digits.enumerated() {
      if index == point && index > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(digit + UInt8(ascii: "0"))
    }
    bytes += repeatElement(UInt8(ascii: "0"), count: max(0, point - digits.count))
    let text = String(decoding: bytes, as: UTF8.self)
    return isPlain ? text : "\(text)e\(exponent)"
  }
}
