import Arithmetic

/// Numbers for narrow cells: `320`, `0.18`, `1.8e-4`.
enum CompactNumber {
  /// So many significant digits, in the shorter of the plain and the scientific form.
  static func text(_ value: Double, digits: Int) -> String {
    let size = value.magnitude
    if !Axis.holds(size, isLogarithmic: true) {
      return NumberText.significant(value, digits)
    }
    let exponent = DecimalPower.exponent(of: size)
    if exponent >= -2 && exponent < 4 {
      return trimmed(NumberText.fixed(value, max(0, digits - 1 - exponent)))
    }
    let mantissa = NumberText.fixed(DecimalPower.times(value, -exponent), digits - 1)
    // Rounding may have carried into another digit.
    if mantissa == "10" || mantissa == "-10" || mantissa.utf8.starts(with: "10.".utf8) {
      return (value < 0 ? "-1e" : "1e") + "\(exponent + 1)"
    }
    return trimmed(mantissa) + "e\(exponent)"
  }

  /// Without zeros at the end of a fraction.
  private static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if !bytes.contains(UInt8(ascii: ".")) { return text }
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
