import Formulas
import Terminal
import Typesetting

/// What may follow a colon where no lesson is open.
enum ShellCommand {
  case open(String)
  case contents
  case undo
  case save(String)
  case help
  case quit
  case wrong(Diagnostic)

  private static let entries: [(name: String, usage: String, summary: String)] = [
    ("open", ":open LESSON", "open a lesson by name or number; :1 is short for it"),
    ("toc", ":toc", "the contents, with what is done"),
    ("undo", ":undo", "take back the last statement"),
    ("save", ":save FILE", "write your session as a lesson"),
    ("help", ":help", "this list"),
    ("quit", ":quit", "leave"),
  ]

  init(_ line: String) {
    let text = line.dropFirst()
    let word = String(text.prefix { $0 != " " })
    let argument = String(text.dropFirst(word.count).drop { $0 == " " })
    if Int(word) != nil {
      self = .open(word)
      return
    }
    let matches = Self.entries.filter { $0.name.hasPrefix(word) && !word.isEmpty }
    switch (matches.first?.name, matches.count) {
    case ("open", 1):
      self =
        argument.isEmpty
        ? .wrong(Diagnostic("which lesson?", hint: ":toc lists them")) : .open(argument)
    case ("toc", 1): self = .contents
    case ("undo", 1): self = .undo
    case ("save", 1):
      self =
        argument.isEmpty
        ? .wrong(Diagnostic("where to?", hint: ":save notes.md")) : .save(argument)
    case ("help", 1): self = .help
    case ("quit", 1): self = .quit
    default:
      self = .wrong(
        Diagnostic(
          "unknown command ':\(word)'",
          hint: Suggestion.hint(for: word, among: Self.entries.map { $0.name })
            ?? ":help lists them"
        )
      )
    }
  }

  static var list: StyledText {
    var text = StyledText()
    for entry in entries {
      text.append("  " + DisplayWidth.padded(entry.usage, to: 14, alignment: .left), .keyword)
      text.append(entry.summary + "\n")
    }
    text.append("Everything else belongs to the notebook: help lists its commands.\n", .hint)
    return text
  }

  /// Commands that begin with what is typed; in a lesson those of the walk.
  static func candidates(_ line: String, isWalking: Bool) -> [Candidate] {
    let walking = [
      ("next", "the next step"), ("prev", "the step before"), ("run", "run the cell"),
      ("hint", "one more hint"), ("solution", "the solution"), ("skip", "show the answer"),
      ("open", "open what is folded"), ("play", "try things on a copy"),
      ("undo", "take back the last"), ("reset", "begin this step again"), ("toc", "the steps"),
      ("progress", "what is done"), ("save", "write your session as a lesson"),
      ("help", "all commands"), ("quit", "leave"),
    ]
    let known = isWalking ? walking : entries.map { ($0.name, $0.summary) }
    let word = String(line.dropFirst())
    return known.filter { $0.0.hasPrefix(word) }
      .map { Candidate(text: ":" + $0.0, summary: $0.1, start: 0) }
  }
}
