/// Addresses between files of one site, as links write them.
enum SiteAddresses {
  /// From one page to a file, both named from the site's root.
  static func relative(_ target: String, from page: String) -> String {
    let folders = page.split(separator: "/").dropLast()
    let parts = target.split(separator: "/")
    var shared = 0
    while shared < folders.count, shared < parts.count - 1, folders[shared] == parts[shared] {
      shared += 1
    }
    let up = String(repeating: "../", count: folders.count - shared)
    return up + encoded(parts[shared...].joined(separator: "/"))
  }

  /// What leads from a page to the site's root: `../` for each folder it is in.
  static func root(from page: String) -> String {
    String(repeating: "../", count: page.split(separator: "/").count - 1)
  }

  /// A path in an address: signs that mean something there are written with percent signs.
  static func encoded(_ path: String) -> String {
    // Few paths need it, and every page names forty.
    if path.utf8.allSatisfy(isPlain) { return path }
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += Array(("%" + (byte < 16 ? "0" : "") + digits).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x7F: false
    case UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"),
      UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: true
    }
  }
}
