import System

/// Whether anything in some folders was written since one last looked.
///
/// Told by sizes and the system's own times, which a copy that keeps a file's date does not keep.
package struct SourceWatch {
  private let folders: [String]
  private var seen: ContentHash

  package init(_ folders: [String]) {
    self.folders = folders
    seen = Self.state(of: folders)
  }

  /// True once for each change.
  package mutating func hasChanged() -> Bool {
    let state = Self.state(of: folders)
    defer { seen = state }
    return state != seen
  }

  private static func state(of folders: [String]) -> ContentHash {
    var state = ContentHash()
    for folder in folders { add("", in: Folder(folder), to: &state, depth: 0) }
    return state
  }

  private static func add(
    _ path: String,
    in folder: Folder,
    to state: inout ContentHash,
    depth: Int
  ) {
    // A site that is built among its sources is none of them.
    if depth >= 8 || folder.exists(path + "/" + StagedFolder.mark) { return }
    for name in (try? folder.names(in: path)) ?? [] where !name.hasPrefix(".") {
      let path = path + "/" + name
      guard let status = folder.status(of: path) else { continue }
      if status.kind == .folder {
        add(path, in: folder, to: &state, depth: depth + 1)
      } else {
        let (seconds, nanoseconds) = (status.changed.seconds, status.changed.nanoseconds)
        state.combine(Array("\(path) \(status.size) \(seconds) \(nanoseconds)".utf8))
      }
    }
  }
}
