#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Where the tool keeps what it remembers between runs: `$XDG_STATE_HOME/descent`, or
/// `~/.local/state/descent`.
package struct StateDirectory: Equatable, Sendable {
  package let path: String

  /// Nil where neither XDG_STATE_HOME (which must be absolute) nor HOME is set.
  package init?(environment: Environment = .process) {
    if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") {
      path = base + "/descent"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = home + "/.local/state/descent"
    } else {
      return nil
    }
  }

  package func file(_ name: String) -> String { path + "/" + name }

  /// Creates it and what is above it, for this user only.
  package func create() -> Bool { Self.create(path) }

  static func create(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      return false
    }
    return create(String(path[..<slash])) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
  }
}
