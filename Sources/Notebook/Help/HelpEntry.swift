package import Typesetting

/// What there is to say about one name: the same for `help` at the prompt and for the reference page
/// of a site.
package struct HelpEntry: Sendable {
  package enum Kind: CaseIterable, Sendable {
    case command, optimizer, function, problem, data, setting, dialect, bug, topic

    /// The heading above all entries of the kind.
    package var title: String {
      switch self {
      case .command: "Commands"
      case .optimizer: "Optimizers"
      case .function: "Functions"
      case .problem: "Problems"
      case .data: "Data"
      case .setting: "Settings"
      case .dialect: "Dialects"
      case .bug: "Bugs"
      case .topic: "Topics"
      }
    }
  }

  package struct Setting: Sendable {
    package var name: String
    /// What it is when left out, as text; empty where that has a meaning of its own.
    package var standard: String
    package var meaning: String
  }

  package var kind: Kind
  package var name: String
  /// Its full name: "Nesterov Adam".
  package var title = ""
  /// How it is written: `table COLUMN, ... [last N]`.
  package var usage: String
  package var summary: String
  package var details: [String] = []
  package var equations: [MathNode] = []
  /// Of an optimizer its settings, of a command what may follow.
  package var settings: [Setting] = []
  package var remarks: [String] = []
  package var example: String
}

extension HelpEntry {
  /// Whether any of its words holds the text, whatever the case of ASCII letters.
  func mentions(_ text: String) -> Bool {
    let wanted = Self.bytes(text)
    let places = [name, title, summary] + details + remarks + settings.map { $0.meaning }
    return places.contains { Self.bytes($0).holds(wanted) }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    text.utf8.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
  }
}

extension [UInt8] {
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard !wanted.isEmpty, wanted.count <= count else { return false }
    return (0...(count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { self[start + $0] == wanted[$0] }
    }
  }
}
