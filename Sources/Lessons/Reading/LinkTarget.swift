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
      // Few links hold a percent sign.
      guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
      guard let next = PercentEncoding.decoded(text, stray: .kept) else { return nil }
      if next == text { return text }
      text = next
    }
    return nil
  }
}
