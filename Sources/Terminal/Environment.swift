#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The environment variables, or a table that stands for them in a test.
package struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  package init(_ table: [String: String]) {
    lookUp = { table[$0] }
  }

  private init(lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  /// This process's own.
  package static let process = Environment { name in
    getenv(name).map { String(cString: $0) }
  }

  /// The value, where it is set to something.
  package subscript(name: String) -> String? {
    guard let value = lookUp(name), !value.isEmpty else { return nil }
    return value
  }

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
