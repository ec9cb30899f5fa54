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

  static let entries: [(name: String, usage: String, summary: String)] = [
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
}
