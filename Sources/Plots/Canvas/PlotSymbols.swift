/// Which characters a picture may use.
package enum PlotSymbols: Equatable, Sendable {
  /// Braille dots, box drawing and block elements.
  case unicode
  /// As `unicode`, but lines are made of quarter blocks: for fonts whose braille has another width.
  case blocks
  case ascii
}

extension PlotSymbols {
  var isASCII: Bool { self == .ascii }

  var vertical: String { isASCII ? "|" : "│" }
  var verticalTick: String { isASCII ? "+" : "┤" }
  var horizontal: String { isASCII ? "-" : "─" }
  var horizontalTick: String { isASCII ? "+" : "┬" }
  var corner: String { isASCII ? "+" : "└" }
  var dashedRow: String { isASCII ? "-" : "╌" }
  var dashedColumn: String { isASCII ? ":" : "┊" }
  var cursorOnAxis: String { isASCII ? "^" : "▲" }
  var cursorOnLine: String { isASCII ? "@" : "●" }
  var ellipsis: String { isASCII ? "~" : "…" }
  var pathSign: String { isASCII ? "*" : "•" }
  var missing: String { isASCII ? "x" : "×" }

  /// Signs for the points of the n-th point series.
  func pointSign(_ index: Int) -> String {
    let signs =
      isASCII
      ? ["o", "x", "+", "*", "%", "#", "@", "&"] : ["•", "×", "+", "○", "◇", "△", "□", "▽"]
    return signs[index % signs.count]
  }

  /// The text with a true minus, where the symbols have one.
  func minus(_ text: String) -> String {
    if isASCII { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar == "-" ? "−" : scalar) }
    return String(result)
  }

  /// A power of ten: `10⁻⁴`, in ASCII `1e-4`; the first two are plain numbers.
  func powerOfTen(_ exponent: Int) -> String {
    if exponent == 0 { return "1" }
    if exponent == 1 { return "10" }
    return isASCII ? "1e\(exponent)" : "10" + Self.superscript(exponent)
  }

  static func superscript(_ number: Int) -> String {
    var result = String.UnicodeScalarView()
    for byte in "\(number)".utf8 {
      switch byte {
      case UInt8(ascii: "-"): result.append("⁻")
      case UInt8(ascii: "1"): result.append("¹")
      case UInt8(ascii: "2"): result.append("²")
      case UInt8(ascii: "3"): result.append("³")
      default:
        let offset = UInt32(byte - UInt8(ascii: "0"))
        result.append(Unicode.Scalar(0x2070 + offset) ?? "⁰")
      }
    }
    return String(result)
  }
}
