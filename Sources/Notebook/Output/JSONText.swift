import Arithmetic

/// JSON written by hand: the engine in the browser has no coder, and keys keep their order.
package enum JSONText {

  package static func string(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "<": result += "\\u003c"
      default:
        if isEscaped(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Control and format characters, which a terminal must not see.
  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF:
      true
    default: false
    }
  }

  /// The shortest text that reads back the same; what is not finite in quotes.
  package static func number(_ value: Double) -> String {
    value.isFinite ? NumberText.shortest(value) : "\"\(NumberText.shortest(value))\""
  }

  package static func array(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }

  package static func numbers(_ values: [Double]) -> String { array(values.map { number($0) }) }

  package static func strings(_ values: [String]) -> String { array(values.map { string($0) }) }

  /// Members in the order given; values are JSON already.
  package static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(string($0.0)):\($0.1)" }.joined(separator: ","))}"
  }
}
