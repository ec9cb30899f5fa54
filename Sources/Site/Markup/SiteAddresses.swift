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
    var text = ""
    for scalar in path.unicodeScalars {
      let isPlain =
        scalar.value > 0x20 && scalar.value != 0x7F
        && !"\"#%<>?[\\]^`{|}".unicodeScalars.contains(scalar)
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return text
  }
}
