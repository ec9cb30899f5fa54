import Lessons

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The files of a built site by the path of a request, which can name nothing outside of it.
package struct ServedFolder: Sendable {
  /// What there is at a path.
  package enum Answer: Equatable, Sendable {
    case file(bytes: [UInt8], name: String)
    case nothing
    /// No browser asks for such a path by itself.
    case malformed
  }

  private static let largest = 64 << 20

  private let root: String

  package init(_ root: String) { self.root = root }

  /// `path` is as it stands in a request, still with its percent signs.
  ///
  /// Every folder on the way is opened by its name alone and no link is followed, so there is no
  /// way out, whatever the name.
  package subscript(path: String) -> Answer {
    guard var names = Self.names(in: path) else { return .malformed }
    // Hidden files are the build's own.
    if names.contains(where: { $0.hasPrefix(".") }) { return .nothing }
    if path.hasSuffix("/") { names.append("index.html") }
    // A folder that no build has made is not shown, whatever it holds.
    guard SystemFolder.exists(root + "/" + StagedFolder.mark) else { return .nothing }
    var descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for (index, name) in names.enumerated() {
      if descriptor < 0 { return .nothing }
      let kind = index + 1 < names.count ? O_DIRECTORY : O_NONBLOCK
      let next = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind)
      close(descriptor)
      descriptor = next
    }
    if descriptor < 0 { return .nothing }
    defer { close(descriptor) }
    guard let bytes = Self.content(descriptor) else { return .nothing }
    return .file(bytes: bytes, name: names.last ?? "")
  }

  /// Changes when another site takes this one's place.
  package var version: String {
    var information = stat()
    guard stat(root, &information) == 0 else { return "none" }
    #if canImport(Darwin)
    let time = information.st_ctimespec
    #else
    let time = information.st_ctim
    #endif
    return "\(information.st_ino).\(time.tv_sec).\(time.tv_nsec)"
  }
}

extension ServedFolder {
  /// The decoded names of a path; nil for one that would mean something to a file system.
  private static func names(in path: String) -> [String]? {
    guard path.hasPrefix("/") else { return nil }
    var names: [String] = []
    for part in path.split(separator: "/") {
      guard let name = PercentEncoding.decoded(part, stray: .refused), name != ".", name != "..",
        !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x2F || $0 == 0x5C || $0 == 0x7F })
      else { return nil }
      names.append(name)
    }
    return names
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
        read(descriptor, room.baseAddress?.advanced(by: filled), room.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return nil }
      filled += count
    }
    return bytes
  }
}
