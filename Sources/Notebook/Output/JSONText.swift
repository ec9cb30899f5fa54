import Arithmetic
import Typesetting

/// JSON written by hand: the engine in the browser has no coder, and keys keep their order.
package enum JSONText {
  /// What a terminal must not see is escaped, so that JSON may go there as it is.
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
        if VisibleControls.isInvisible(scalar.value) {
          for unit in units(scalar.value) {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// A scalar in UTF-16, as escapes have it.
  private static func units(_ value: UInt32) -> [UInt32] {
    if value < 0x10000 { return [value] }
    let rest = value - 0x10000
    return [0xD800 + rest >> 10, 0xDC00 + rest & 0x3FF]
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
