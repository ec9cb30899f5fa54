import System

/// Whether some files, or anything in some folders, was written since one last looked.
///
/// Told by sizes and the system's own times, which a copy that keeps a file's date does not keep.
package struct SourceWatch {
  private let paths: [String]
  private var seen: ContentHash

  package init(_ paths: [String]) {
    self.paths = paths
    seen = Self.state(of: paths)
  }

  /// True once for each change.
  package mutating func hasChanged() -> Bool {
    let state = Self.state(of: paths)
    defer { seen = state }
    return state != seen
  }

  private static func state(of paths: [String]) -> ContentHash {
    var state = ContentHash()
    for path in paths {
      guard let status = FileStatus(path) else { continue }
      if status.kind == .folder {
        add("", in: Folder(path), to: &state, depth: 0)
      } else {
        add(status, path, to: &state)
      }
    }
    return state
  }

  private static func add(_ file: FileStatus, _ path: String, to state: inout ContentHash) {
    let (seconds, nanoseconds) = (file.changed.seconds, file.changed.nanoseconds)
    state.combine(Array("\(path) \(file.size) \(seconds) \(nanoseconds)".utf8))
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
        add(status, path, to: &state)
      }
    }
  }
}
