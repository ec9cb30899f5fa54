import Formulas
import Typesetting

enum HelpCommand {
  static let command = Command(
    "help",
    .question,
    usage: "help [NAME]",
    summary: "explain a command, a function, an optimizer, a problem, a setting",
    details: [
      "help functions, help settings, help dialects and help bugs list what there is.",
      "A word that is no name is searched for in all of help.",
    ],
    example: "help adam",
    forms: Form(operands: [.topic], isOptional: true)
  ) { context throws(Diagnostic) in
    guard let token = context.reader.current else {
      context.answerList(CommandCatalog.commands.map { ($0.name, $0.summary) })
      context.answer("help NAME explains one; help WORD searches; help functions lists functions.")
      return nil
    }
    let (name, range) = try context.reader.name("a name")
    try context.end()
    return try topic(name, token.range.joined(range), &context)
  }

  static func topic(
    _ name: String,
    _ range: SourceRange,
    _ context: inout CommandContext
  ) throws(Diagnostic) -> Work? {
    let name = NameSpelling.canonical(name)
    if let entry = HelpIndex.entry(name, in: context.session) {
      context.explain(entry)
    } else if let own = context.session.rules.first(where: { $0.name == name }) {
      context.answer(own.text)
      for equation in HelpEntry.equations(of: own) { context.answer(.formula(equation)) }
    } else if let kind = HelpEntry.Kind.named(name) {
      context.answerList(HelpIndex.entries(of: kind).map { ($0.name, $0.summary) })
    } else {
      let entries = HelpIndex.entries(in: context.session)
      let found = entries.filter { $0.mentions(name) }
      if found.isEmpty { throw .unknownTopic(name, entries.map { $0.name }, at: range) }
      context.answerList(found.map { ($0.name, $0.summary) })
    }
    return nil
  }
}

extension HelpEntry.Kind {
  /// The kinds of which a list can be asked for, and by what word.
  static let lists: [(name: String, kind: HelpEntry.Kind)] = [
    ("commands", .command), ("functions", .function), ("settings", .setting),
    ("dialects", .dialect), ("bugs", .bug),
  ]

  static func named(_ name: String) -> HelpEntry.Kind? {
    lists.first { $0.name == name }?.kind
  }
}

extension CommandContext {
  fileprivate mutating func explain(_ entry: HelpEntry) {
    let heading = entry.title.isEmpty ? entry.usage : "\(entry.name): \(entry.title)"
    answer(.text(StyledText(TextWrap.wrapped(heading, width: proseWidth).plain, .heading)))
    paragraph(entry.summary)
    if entry.kind == .data, let table = session.data.table(entry.name) {
      paragraph(HelpEntry.contents(of: table))
    }
    for detail in entry.details { paragraph(detail) }
    for equation in entry.equations { answer(.formula(equation)) }
    if !entry.settings.isEmpty {
      answer(entry.kind == .command ? "clauses:" : "settings:")
      answerList(
        entry.settings.map { setting in
          let standard = setting.standard.isEmpty ? "" : "\(setting.standard), "
          return ("  \(setting.name)", standard + setting.meaning)
        }
      )
    }
    for remark in entry.remarks { paragraph(remark) }
    answer("example:")
    for line in entry.example.split(separator: "\n") { answer("  \(line)") }
  }

  private var proseWidth: Int { session.host.columns() - 2 }

  private mutating func paragraph(_ text: String) {
    answer(.text(TextWrap.wrapped(text, width: proseWidth)))
  }
}
