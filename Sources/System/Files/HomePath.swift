/// Paths as people type them.
package enum HomePath {
  /// `~` and `~/x` lead to the home folder.
  package static func expanded(_ path: String, environment: Environment = .process) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// A file of the tool's settings: `$XDG_CONFIG_HOME/descent/NAME`, else below `~/.config`; nil
  /// without a home.
  package static func setting(_ name: String, environment: Environment = .process) -> String? {
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return base + "/descent/" + name
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.config/descent/" + name
  }
}
