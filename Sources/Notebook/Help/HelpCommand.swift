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
    if case .number = token.kind { throw .expected("a name", at: token.range) }
    var words: [String] = []
    while let next = context.reader.current {
      if !next.isSign(.question) { words.append(context.text(next.range.start, next.range.end)) }
      context.reader.advance()
    }
    if words.isEmpty { words = ["help"] }
    let last = context.reader.tokens[context.reader.index - 1].range
    return try topic(words.joined(separator: " "), token.range.joined(last), &context)
  }

  static func topic(
    _ name: String,
    _ range: SourceRange,
    _ context: inout CommandContext
  ) throws(Diagnostic) -> Work? {
    let name = Self.known(name, in: context.session)
    if let entry = HelpIndex.entry(name, in: context.session) {
      context.explain(entry)
    } else if let own = context.session.rules.first(where: { $0.name == name }) {
      context.answer(own.text)
      for equation in HelpEntry.equations(of: own) { context.answer(.formula(equation)) }
    } else if let kind = HelpEntry.Kind.named(name) {
      context.answerList(HelpIndex.entries(of: kind).map { ($0.name, $0.summary) })
    } else {
      let entries = HelpIndex.entries(in: context.session)
      let words = name.split(separator: " ").map { String($0) }
      let found = entries.filter { entry in words.allSatisfy { entry.mentions($0) } }
      if found.isEmpty { throw .unknownTopic(name, entries.map { $0.name }, at: range) }
      context.answerList(found.map { ($0.name, $0.summary) })
    }
    return nil
  }

  /// What was asked for, by the name that it has here: `learning rate` is `alpha`, `weight decay` is
  /// `weight_decay`, and of `plot loss` the command is meant.
  private static func known(_ words: String, in session: Session) -> String {
    let plain = HelpTopic.name(NameSpelling.canonical(words))
    let parts = words.split(separator: " ")
    if parts.count < 2 || plain != words { return plain }
    let joined = parts.joined(separator: "_")
    if HelpIndex.entry(joined, in: session) != nil { return joined }
    let first = String(parts[0])
    return CommandCatalog.command(first) == nil ? words : first
  }
}

extension HelpEntry.Kind {
  /// The kinds of which a list can be asked for, and by what word.
  static let lists: [(name: String, kind: HelpEntry.Kind)] = [
    ("commands", .command), ("functions", .function), ("settings", .setting),
    ("dialects", .dialect), ("bugs", .bug), ("topics", .topic),
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
