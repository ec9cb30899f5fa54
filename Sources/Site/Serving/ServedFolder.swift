#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The files of a built site by the path of a request, which can name nothing outside of it.
package struct ServedFolder: Sendable {
  /// A file as a browser wants it.
  package struct File: Equatable, Sendable {
    package var bytes: [UInt8]
    package var type: String

    package init(bytes: [UInt8], type: String) {
      self.bytes = bytes
      self.type = type
    }
  }

  private static let largest = 64 << 20

  private let root: String

  package init(_ root: String) { self.root = root }

  /// The file a request asks for; nil where there is none.
  ///
  /// `path` is as it stands in the request, still with its percent signs. Every folder on the way is opened by its name alone and no link is followed, so there is
  /// no way out, whatever the name.
  package func file(at path: String) -> File? {
    guard var names = Self.names(in: path) else { return nil }
    if path.hasSuffix("/") || names.isEmpty { names.append("index.html") }
    var descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for (index, name) in names.enumerated() {
      if descriptor < 0 { return nil }
      let kind = index + 1 < names.count ? O_DIRECTORY : O_NONBLOCK
      let next = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind)
      close(descriptor)
      descriptor = next
    }
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    return Self.content(descriptor).map { File(bytes: $0, type: Self.type(of: names.last ?? "")) }
  }
}

extension ServedFolder {
  /// The decoded names of a path; nil for one that no page of a site has.
  private static func names(in path: String) -> [String]? {
    guard path.hasPrefix("/") else { return nil }
    var names: [String] = []
    for part in path.split(separator: "/") {
      guard let name = decoded(part), !name.hasPrefix("."),
        !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x2F || $0 == 0x5C || $0 == 0x7F })
      else { return nil }
      names.append(name)
    }
    return names
  }

  private static func decoded(_ part: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(part.utf8)[...]
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "%") {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func content(_ descriptor: Int32) -> [UInt8]? {
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      information.st_size <= largest
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(information.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { room in
        pread(
          descriptor,
          room.baseAddress?.advanced(by: filled),
          room.count - filled,
          off_t(filled)
        )
      }
      if count <= 0 { return nil }
      filled += count
    }
    return bytes
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "wasm": "application/wasm"
    case "svg": "image/svg+xml"
    case "woff2": "font/woff2"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "pdf": "application/pdf"
    case "xml": "application/xml"
    case "csv", "txt": "text/plain; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
