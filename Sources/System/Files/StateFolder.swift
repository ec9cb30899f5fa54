/// Where the tool keeps what it remembers between runs: `$XDG_STATE_HOME/descent`, or
/// `~/.local/state/descent`.
package struct StateFolder: Equatable, Sendable {
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
}
