import Lessons
import System

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

  private let folder: Folder

  package init(_ root: String) { folder = Folder(root) }

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
    guard folder.exists(StagedFolder.mark),
      let bytes = try? folder.read(names.joined(separator: "/"), limit: Self.largest)
    else { return .nothing }
    return .file(bytes: bytes, name: names.last ?? "")
  }

  /// Changes when another site takes this one's place.
  package var version: String {
    guard let status = FileStatus(folder.path) else { return "none" }
    let number = status.identity.last ?? 0
    return "\(number).\(status.changed.seconds).\(status.changed.nanoseconds)"
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
}
