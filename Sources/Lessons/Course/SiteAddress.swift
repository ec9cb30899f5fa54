/// The address of a whole site, as canonical links and the site map repeat it.
package enum SiteAddress {
  /// What there should be instead.
  package static let wanted = "an absolute address: https://example.org/course/"

  /// Whether it is a scheme of the web, a host and a path, and nothing that could mean more.
  package static func isAbsolute(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
      return false
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let isPlain = { (byte: UInt8) in
      (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}?#@".utf8.contains(byte)
    }
    return !host.isEmpty && host.first != ":" && rest.utf8.allSatisfy(isPlain)
  }
}
