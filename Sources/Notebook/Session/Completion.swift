import Formulas
import Optimizers

/// A word that could stand where the cursor is.
package struct Completion: Equatable, Sendable {
  package var text: String
  package var summary: String
  /// Where the word it replaces begins, in UTF-8 bytes.
  package var start: Int
}

extension Session {
  /// What the word before the cursor could become, best first.
  package func completions(for line: String, cursor: Int) -> [Completion] {
    let bytes = Array(line.utf8.prefix(cursor))
    var start = bytes.count
    while start > 0, Self.isWordByte(bytes[start - 1]) { start -= 1 }
    let word = String(decoding: bytes[start...], as: UTF8.self)
    let before = Words(bytes[..<start])
    var found: [Completion] = []
    for (text, summary) in known(after: before) where text.hasPrefix(word) && text != word {
      if !found.contains(where: { $0.text == text }) {
        found.append(Completion(text: text, summary: summary, start: start))
      }
    }
    return found
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte == 0x2E || byte >= 0x80
  }

  /// Names and what they are, for the place behind `before`.
  private func known(after before: Words) -> [(String, String)] {
    let rules =
      RuleCatalog.entries.map { ($0.name, $0.summary) } + self.rules.map { ($0.name, "your own") }
    if let rule = before.openCall, let settings = settings(of: rule) { return settings }
    switch before.last {
    case nil: return CommandCatalog.commands.map { ($0.name, $0.summary) } + names
    case "with", "use": return rules
    case "compare": return rules
    case "minimize": return ProblemCatalog.problems.map { ($0.name, $0.lesson) } + names
    case "help":
      return CommandCatalog.commands.map { ($0.name, $0.summary) } + rules + names
    case "set", "sweep":
      return (experiment?.choice?.schedules ?? []).map { ("\($0.name)", "a setting") }
    case "on": return data.names.map { ($0, "a data set") }
    case "plot":
      return [
        ("path", "the way down, over contours"), ("histogram of", "how often values occur"),
        ("bars of", "a bar for each"),
      ] + names
    default:
      if before.first == "compare" { return rules + names }
      return names + Self.clauses(of: before.first)
    }
  }

  private func settings(of rule: String) -> [(String, String)]? {
    if let entry = RuleCatalog.entries.first(where: { $0.name == rule }) {
      return (entry.settings + entry.wordSettings).map { ("\($0.name)=", $0.meaning) }
    }
    return rules.first { $0.name == rule }?.settings.map { ("\($0.name)=", "a setting") }
  }

  private var names: [(String, String)] {
    let own = variables.entries.map { entry in
      (entry.name, entry.value.text(precision: precision, width: 30))
    }
    let live = (experiment?.quantities.names ?? []).map { ($0, "of the experiment") }
    let functions = FunctionCatalog.entries.map { ("\($0.name)(", $0.summary) }
    return own + definitions.map { ("\($0.name)(", $0.body.text) } + live + functions
      + data.columnNames.map { ($0, "data") }
  }

  private static func clauses(of command: String?) -> [(String, String)] {
    switch command {
    case "minimize":
      [
        ("from", "where to start"), ("with", "the optimizer"), ("noise", "on every gradient"),
        ("seed", "of the noise"),
      ]
    case "table": [("last", "the last rows"), ("every", "every N-th row"), ("from", "from A to B")]
    case "plot":
      [
        ("vs", "points over another expression"), ("log", "logarithmic axis"),
        ("logx", "logarithmic axis across"), ("for", "over a range"), ("title", "a title"),
        ("hline", "a line across"), ("vline", "a line down"), ("bins", "of a histogram"),
        ("width", "columns"), ("height", "lines"), ("last", "the last updates"),
      ]
    case "until": [("within", "at most N updates")]
    case "explain": [("at", "another update")]
    case "compare", "sweep": [("for", "N updates"), ("over", "a series")]
    case "expect", "when": [("say", "what went wrong")]
    default: []
    }
  }
}

/// The words of the statement before the cursor.
private struct Words {
  var first: String?
  var last: String?
  /// The name before a bracket that is still open, if a setting may stand here.
  var openCall: String?

  init(_ bytes: ArraySlice<UInt8>) {
    var words: [String] = []
    var word: [UInt8] = []
    var calls: [String] = []
    func close(_ words: inout [String], _ word: inout [UInt8]) {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in bytes {
      switch byte {
      case 0x28:
        calls.append(String(decoding: word, as: UTF8.self))
        close(&words, &word)
      case 0x29:
        _ = calls.popLast()
        close(&words, &word)
      case 0x3B, 0x0A, 0x7B:
        words = []
        word = []
      case 0x20, 0x09, 0x2C, 0x3D, 0x2B, 0x2D, 0x2A, 0x2F, 0x5E: close(&words, &word)
      default: word.append(byte)
      }
    }
    close(&words, &word)
    first = words.first
    last = words.last
    openCall = calls.last
  }
}
