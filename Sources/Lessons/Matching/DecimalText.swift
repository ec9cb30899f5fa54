/// Decimal arithmetic on digits as text, so that rounding sees what is written and nothing else.
enum DecimalText {
  /// A plain decimal (`-12.3456`) rounded half away from zero; nil for any other text.
  static func rounded(_ text: String, decimals: Int) -> String? {
    let isNegative = text.first == "-" || text.first == "−"
    let parts = text.drop { $0 == "-" || $0 == "−" || $0 == "+" }
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, decimals > 0, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    let whole = parts[0].isEmpty ? "0" : String(parts[0])
    var fraction = parts.count == 2 ? Array(parts[1].utf8) : []
    let roundsUp = fraction.count > decimals && fraction[decimals] >= UInt8(ascii: "5")
    fraction = Array(fraction.prefix(decimals))
    while fraction.count < decimals { fraction.append(UInt8(ascii: "0")) }
    var digits = Array(whole.utf8) + fraction
    if roundsUp { increment(&digits) }
    let isZero = digits.allSatisfy { $0 == UInt8(ascii: "0") }
    let point = digits.count - decimals
    return (isNegative && !isZero ? "-" : "")
      + String(decoding: digits[..<point], as: UTF8.self) + "."
      + String(decoding: digits[point...], as: UTF8.self)
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < UInt8(ascii: "9") {
        digits[index] += 1
        return
      }
      digits[index] = UInt8(ascii: "0")
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
