package import System

/// What the environment says about the terminal.
extension Environment {
  /// Whether the terminal can move its cursor.
  package var hasCapableTerminal: Bool {
    guard let terminal = self["TERM"] else { return false }
    return terminal != "dumb"
  }

  /// Whether text beyond ASCII can be shown: what the first of LC_ALL, LC_CTYPE and LANG that is
  /// set says.
  package var isUTF8: Bool {
    guard let locale = self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] else { return false }
    var letters = ""
    for scalar in locale.unicodeScalars where scalar != "-" {
      letters.unicodeScalars.append(scalar)
    }
    return letters.contains("UTF8") || letters.contains("utf8")
  }
}
