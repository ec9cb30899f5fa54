package import System

/// What the environment says about the terminal.
extension Environment {
  /// Whether the terminal can move its cursor.
  package var hasCapableTerminal: Bool {
    guard let terminal = self["TERM"] else { return false }
    return terminal != "dumb"
  }

  /// Dark where the terminal says so: by the last number of COLORFGBG, which many set, or as a
  /// console without windows.
  package var background: Background {
    if self["TERM"] == "linux" { return .dark }
    guard let colours = self["COLORFGBG"], let last = colours.split(separator: ";").last,
      let number = Int(last)
    else { return .any }
    return (0...6).contains(number) || number == 8 ? .dark : .any
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
