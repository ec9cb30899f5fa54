/// Where a link goes.
///
/// Only what is on the list passes: http, https, mailto, a relative path, an anchor; judged after
/// entities (cmark's work) and percent signs are decoded.
package enum LinkTarget: Equatable, Sendable {
  case web
  case mail
  /// A path relative to the lesson's file, and the part after `#`.
  case relative(path: String, anchor: String?)

  /// Nil for a target that is not allowed.
  package init?(_ target: String) {
    guard let decoded = Self.decoded(target), !Self.hides(decoded) else { return nil }
    let lower = decoded.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      self = .web
    } else if lower.hasPrefix("mailto:") {
      self = .mail
    } else {
      // Anything that could be read as a scheme is one, and `//host` is none of ours.
      let head = lower.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if head.contains(":") || head.contains("&") || lower.hasPrefix("/") { return nil }
      let parts = decoded.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      self = .relative(
        path: String(parts.first ?? ""),
        anchor: parts.count > 1 ? String(parts[1]) : nil
      )
    }
  }
}

extension LinkTarget {
  /// Controls, backslashes, invisible marks and a blank in front are ways to hide a scheme.
  private static func hides(_ text: String) -> Bool {
    if text.hasPrefix(" ") { return true }
    return text.unicodeScalars.contains {
      $0.value < 0x20 || ($0.value >= 0x7F && $0.value <= 0xA0) || $0 == "\\"
        || $0.properties.isDefaultIgnorableCodePoint || $0.properties.isBidiControl
    }
  }

  /// Decodes `%xx` until nothing changes; nil when it does not end or is not UTF-8.
  private static func decoded(_ target: String) -> String? {
    var text = target
    for _ in 0..<4 {
      guard let next = decodedOnce(text) else { return nil }
      if next == text { return text }
      text = next
    }
    return nil
  }

  private static func decodedOnce(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return text }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
