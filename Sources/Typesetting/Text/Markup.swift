/// The one place where text becomes part of HTML, SVG or MathML.
package enum Markup {
  /// Safe as text and inside a quoted attribute.
  ///
  /// Control characters that no such document may hold become U+FFFD.
  package static func escape(_ text: String) -> String {
    var needsWork = false
    for byte in text.utf8 where isSpecial(byte) {
      needsWork = true
      break
    }
    if !needsWork { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default:
        if isSpecial(byte) {
          bytes.append(contentsOf: "\u{FFFD}".utf8)
        } else {
          bytes.append(byte)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Markup {
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
