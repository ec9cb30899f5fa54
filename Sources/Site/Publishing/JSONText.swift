/// Text as a JSON string that may stand in a script or an HTML attribute's value once escaped.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      // No end of a script element, and no line ends that JavaScript had and JSON has not.
      case "<", "\u{2028}", "\u{2029}": quoted += escape(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
