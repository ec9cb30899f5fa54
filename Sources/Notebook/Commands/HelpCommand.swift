import Formulas
import Optimizers
import Typesetting

enum HelpCommand {
  static let command = Command(
    "help",
    usage: "help [NAME]",
    summary: "explain a command, a function, an optimizer or a problem",
    details: ["A word that is no name is searched for in all of help."],
    example: "help adam"
  ) { context throws(Diagnostic) in
    guard let token = context.reader.current else {
      context.answerList(CommandCatalog.commands.map { ($0.name, $0.summary) })
      context.answer("help NAME explains one of them, a function, an optimizer or a problem.")
      return nil
    }
    let (name, range) = try context.reader.name("a name")
    try context.end("help")
    return try topic(name, token.range.joined(range), &context)
  }

  static func topic(
    _ name: String,
    _ range: SourceRange,
    _ context: inout CommandContext
  ) throws(Diagnostic) -> Work? {
    if let command = CommandCatalog.command(name) {
      context.explain(command)
    } else if let rule = RuleCatalog.entries.first(where: { $0.name == name }) {
      try context.explain(rule)
    } else if let own = context.session.rules.first(where: { $0.name == name }) {
      context.answer(own.text)
      context.equations(own)
    } else if let function = FunctionCatalog.entry(name) {
      context.page(function.usage, function.summary, [], function.example)
    } else if let problem = ProblemCatalog.problem(named: name) {
      context.page(
        problem.name,
        problem.lesson,
        [
          "\(problem.formula), usually from "
            + "(\(problem.start.map { Expression.constant($0).text }.joined(separator: ", ")))"
        ],
        "minimize \(problem.name) with adam(alpha=0.1)"
      )
    } else {
      try context.search(name, at: range)
    }
    return nil
  }
}

extension CommandContext {
  fileprivate mutating func page(
    _ usage: String,
    _ summary: String,
    _ details: [String],
    _ example: String
  ) {
    answer(.text(StyledText(usage, .heading)))
    answer(.text(TextWrap.wrapped(summary, width: 78)))
    for detail in details { answer(.text(TextWrap.wrapped(detail, width: 78))) }
    answer("example:")
    for line in example.split(separator: "\n") { answer("  \(line)") }
  }

  fileprivate mutating func explain(_ command: Command) {
    page(command.usage, command.summary, command.details, command.example)
  }

  fileprivate mutating func explain(_ rule: OptimizerRule) throws(Diagnostic) {
    answer(.text(StyledText("\(rule.name): \(rule.title)", .heading)))
    answer(.text(TextWrap.wrapped("\(rule.summary) (\(rule.source))", width: 78)))
    let settings: RuleSettings
    do throws(HyperparameterError) {
      settings = try RuleSettings(rule.rule)
    } catch {
      throw Diagnostic(error.message)
    }
    equations(try RuleSheet(parsing: settings.sheet))
    answer("settings:")
    answerList(
      rule.settings.map { setting in
        let standard = setting.defaultValue(in: rule.defaultDialect).map { value in
          let isWord = setting.kind == .boolean
          return (isWord ? Expression.boolean(value == 1) : .constant(value)).text + ", "
        }
        return ("  \(setting.name)", (standard ?? "") + setting.meaning)
      } + rule.wordSettings.map { ("  \($0.name)", $0.meaning) }
    )
    for remark in rule.remarks { answer(.text(TextWrap.wrapped(remark, width: 78))) }
    answer("example:")
    answer("  \(rule.example)")
  }

  fileprivate mutating func equations(_ sheet: RuleSheet) {
    for equation in sheet.equations {
      let formula = MathNode.row([
        .named(equation.target), .symbol("=", .relation), equation.value.math(),
      ])
      answer(.formula(formula))
    }
  }

  /// Every entry that has the word somewhere.
  fileprivate mutating func search(_ word: String, at range: SourceRange) throws(Diagnostic) {
    var found: [(String, String)] = []
    for command in CommandCatalog.commands
    where command.summary.holds(word) || command.details.contains(where: { $0.holds(word) }) {
      found.append((command.name, command.summary))
    }
    for rule in RuleCatalog.entries
    where rule.summary.holds(word) || rule.settings.contains(where: { $0.isNamed(word) }) {
      found.append((rule.name, rule.summary))
    }
    for function in FunctionCatalog.entries where function.summary.holds(word) {
      found.append((function.name, function.summary))
    }
    if found.isEmpty {
      let known =
        CommandCatalog.names + RuleCatalog.names + FunctionCatalog.names
        + ProblemCatalog.names
      throw .unknownTopic(word, known, at: range)
    }
    answerList(found)
  }
}

extension String {
  /// Whether the bytes of `word` stand somewhere in the text.
  fileprivate func holds(_ word: String) -> Bool {
    let text = Array(utf8)
    let wanted = Array(word.utf8)
    guard !wanted.isEmpty, wanted.count <= text.count else { return false }
    return (0...(text.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { text[start + $0] == wanted[$0] }
    }
  }
}
