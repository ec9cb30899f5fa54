/// A number as somebody wrote it: its value and how precisely it was written.
struct WrittenNumber: Equatable {
  var value: Double
  /// Neither point nor exponent: meant exactly.
  var isWhole: Bool
  /// Digits after the point.
  var decimals: Int
  var exponent: Int

  /// The whole text is a number; nil otherwise.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let end = Self.end(in: scalars[...], from: 0), end == scalars.count else { return nil }
    self.init(scalars: scalars[...])
  }

  /// `scalars` must have the form that `end` found.
  init?(scalars: ArraySlice<Unicode.Scalar>) {
    var text = ""
    var decimals = 0
    var exponent = ""
    var isWhole = true
    var isAfterPoint = false
    var isExponent = false
    for scalar in scalars {
      text.unicodeScalars.append(scalar == "−" ? "-" : scalar)
      if isExponent {
        exponent.unicodeScalars.append(scalar == "−" ? "-" : scalar)
      } else if scalar == "." {
        isAfterPoint = true
        isWhole = false
      } else if scalar == "e" || scalar == "E" {
        isExponent = true
        isWhole = false
      } else if isAfterPoint {
        decimals += 1
      }
    }
    guard let value = Double(text) else { return nil }
    self.value = value
    self.isWhole = isWhole
    self.decimals = decimals
    self.exponent = Int(exponent) ?? 0
  }

  /// Half of one in the last digit written; 0 for a whole number.
  var halfOfLastDigit: Double {
    if isWhole { return 0 }
    return Double("0.5e\(exponent - decimals)") ?? 0
  }

  /// Whether a computed number agrees: to the precision written here, or within a tolerance
  /// relative to the larger of 1 and this value.
  func agrees(with actual: WrittenNumber, tolerance: Double?) -> Bool {
    if value == actual.value {
      // A zero has the sign it is written with.
      if value == 0 && isWhole && actual.isWhole && value.sign != actual.value.sign { return false }
      // Beyond this a Double no longer holds every whole number; the same digits were the same text.
      return !(isWhole && actual.isWhole && abs(value) >= 0x1p53)
    }
    let distance = abs(actual.value - value)
    if let tolerance { return distance <= tolerance * max(1, abs(value)) }
    // A part in a million more, for binary fractions next to a tie.
    return !isWhole && distance <= halfOfLastDigit * 1.000001
  }

  /// Another value written with the precision of this one.
  func rewritten(_ other: Double, as text: String) -> String {
    if isWhole || exponent != 0 || decimals == 0 || abs(other) >= 1e15 { return text }
    // 0.5 may be written as 0.50; a number of six digits has been rounded, and the next is not known.
    let point = text.firstIndex(of: ".") ?? text.endIndex
    let digits = text.drop { !("1"..."9" ~= $0) }.count { $0.isNumber }
    if digits >= 6, text[point...].count <= decimals + 1 { return text }
    return DecimalText.rounded(text, decimals: decimals) ?? text
  }
}

extension WrittenNumber {
  /// Where a number that begins at `start` ends: sign, digits with a point, exponent.
  static func end(in scalars: ArraySlice<Unicode.Scalar>, from start: Int) -> Int? {
    var index = start
    func at(_ index: Int) -> Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }
    func isDigit(_ index: Int) -> Bool { at(index).map { "0"..."9" ~= $0 } ?? false }
    if let sign = at(index), sign == "-" || sign == "+" || sign == "−" { index += 1 }
    let digits = index
    while isDigit(index) { index += 1 }
    var hasDigits = index > digits
    // The point of `3.` ends a sentence.
    if at(index) == ".", isDigit(index + 1) {
      index += 1
      while isDigit(index) { index += 1 }
      hasDigits = true
    }
    guard hasDigits else { return nil }
    if at(index) == "e" || at(index) == "E" {
      var end = index + 1
      if let sign = at(end), sign == "-" || sign == "+" || sign == "−" { end += 1 }
      if isDigit(end) {
        while isDigit(end) { end += 1 }
        index = end
      }
    }
    return index
  }
}
