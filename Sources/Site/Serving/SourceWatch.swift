#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
    for folder in folders { add(folder, to: &state, depth: 0) }
    return state
  }

  private static func add(_ path: String, to state: inout ContentHash, depth: Int) {
    var information = stat()
    guard lstat(path, &information) == 0, depth < 8 else { return }
    if information.st_mode & S_IFMT == S_IFDIR {
      // A site that is built among its sources is none of them.
      if SystemFolder.exists(path + "/" + StagedFolder.mark) { return }
      for name in (try? SystemFolder.names(in: path)) ?? [] where !name.hasPrefix(".") {
        add(path + "/" + name, to: &state, depth: depth + 1)
      }
      return
    }
    #if canImport(Darwin)
    let time = information.st_ctimespec
    #else
    let time = information.st_ctim
    #endif
    let text = "\(path) \(information.st_size) \(time.tv_sec) \(time.tv_nsec)"
    state.combine(Array(text.utf8))
  }
}
