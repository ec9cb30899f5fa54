package import Notebook

/// The statements of a session and what they printed, as a lesson that `descent test` passes.
package struct SessionTranscript: Equatable, Sendable {
  private struct Entry: Equatable, Sendable {
    var heading: String?
    var source: String
    var output: String
    var words: [String]
  }

  private var entries: [Entry] = []
  private var heading = ""

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// Statements from here on stand under this heading.
  package mutating func begin(_ heading: String) {
    self.heading = heading
  }

  package mutating func add(_ source: String, _ result: CellResult, session: String? = nil) {
    let source = result.replay?.source ?? source
    if source.allSatisfy(\.isWhitespace) { return }
    var words: [String] = []
    if let session { words.append("session=" + session) }
    if result.diagnostic != nil { words.append("fails") }
    let last = entries.last { $0.heading != nil }?.heading
    entries.append(
      Entry(
        heading: heading == last ? nil : heading,
        source: source,
        output: result.replay?.text ?? result.text(),
        words: words
      )
    )
  }

  /// The whole file; `seed` and `precision` are those of the lesson it grew from.
  package func markdown(
    title: String,
    id: String,
    seed: UInt64? = nil,
    precision: Int? = nil
  ) -> String {
    var text = "---\nid: \(id)\nsummary: \(Self.quoted("Notes: " + title))\n"
    if let seed { text += "seed: \(seed)\n" }
    if let precision { text += "precision: \(precision)\n" }
    text += "---\n\n# Notes: \(Self.escaped(title))\n"
    for entry in entries {
      if let heading = entry.heading, !heading.isEmpty {
        text += "\n## \(Self.escaped(heading))\n"
      }
      let words = (["descent"] + entry.words).joined(separator: " ")
      text += "\n" + Self.fence(words, entry.source)
      if !OutputMatcher.lines(entry.output).isEmpty {
        text += "\n" + Self.fence("output", entry.output)
      }
    }
    return text
  }
}

extension SessionTranscript {
  private static func fence(_ words: String, _ text: String) -> String {
    let lines = OutputMatcher.lines(text).map(String.init)
    let longest = lines.reduce(2) { longest, line in
      max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
    }
    let marks = String(repeating: "`", count: longest + 1)
    return ([marks + words] + lines + [marks]).joined(separator: "\n") + "\n"
  }

  /// A heading that says what it says, whatever marks are in it.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text where !character.isNewline {
      if "\\`*_{}[]<>#$~|&!".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }

  private static func quoted(_ text: String) -> String { JSONText.string(text) }
}
