import Arithmetic
import Formulas
import Data
import Optimizers
import Typesetting

enum VarsCommand {
  static let command = Command(
    "vars",
    .question,
    usage: "vars",
    summary: "list what you have assigned and defined",
    example: "a = 3\nf(u) = u^2\nvars",
    forms: Form()
  ) { context throws(Diagnostic) in
    try context.end()
    let session = context.session
    var rows: [(String, String)] = session.variables.entries.map { entry in
      (entry.name, entry.value.text(precision: session.precision, width: .max))
    }
    rows += session.definitions.map { ($0.usage, $0.body.text) }
    rows += session.rules.map { ($0.name, "an optimizer of your own") }
    if rows.isEmpty { context.answer("nothing yet; assign with a = 3") }
    context.answerList(rows)
    return nil
  }
}

enum DataCommand {
  static let command = Command(
    "data",
    .question,
    usage: "data [NAME]",
    summary: "list the data sets, or the columns of one",
    example: "data",
    forms: Form(operands: [.data], isOptional: true)
  ) { context throws(Diagnostic) in
    if let token = context.reader.current {
      let (name, range) = try context.reader.name("the name of a data set")
      try context.end()
      guard let table = context.session.data.table(name) else {
        throw .unknownData(name, context.session.data.names, at: token.range.joined(range))
      }
      context.answer("\(table.rowCount) rows")
      context.answerList(
        ColumnGroup.groups(of: table).map { group in
          (group.names.map { "\(name).\($0)" }.joined(separator: " to "), group.summary)
        }
      )
      return nil
    }
    if context.session.data.names.isEmpty { context.answer("no data sets here") }
    context.answerList(
      context.session.data.names.map { name in

        let table = context.session.data.table(name)
        return (
          name, "\(table?.rowCount ?? 0) rows, \(table?.numericNames.count ?? 0) columns of numbers"
        )
      }
    )
    return nil
  }
}

enum ProblemsCommand {
  static let command = Command(
    "problems",
    .question,
    usage: "problems",
    summary: "list the built-in problems",
    example: "problems",
    forms: Form()
  ) { context throws(Diagnostic) in
    try context.end()
    context.answerList(ProblemCatalog.problems.map { ($0.name, $0.lesson) })
    return nil
  }
}

enum OptimizersCommand {
  static let command = Command(
    "optimizers",
    .question,
    usage: "optimizers",
    summary: "list the optimizers, your own included",
    example: "optimizers",
    forms: Form()
  ) { context throws(Diagnostic) in
    try context.end()
    context.answerList(
      RuleCatalog.entries.map { ($0.name, $0.summary) }
        + context.session.rules.map { ($0.name, "your own") }
    )
    return nil
  }
}

enum HistoryCommand {
  static let command = Command(
    "history",
    .question,
    usage: "history",
    summary: "list the statements of this session",
    example: "a = 3\nhistory",
    forms: Form()
  ) { context throws(Diagnostic) in
    try context.end()
    for (index, statement) in context.session.statements.enumerated() {
      context.answer("\(index + 1)  \(statement)")
    }
    return nil
  }
}

enum PrecisionCommand {
  static let command = Command(
    "precision",
    usage: "precision DIGITS",
    summary: "how many significant digits are shown",
    details: ["From 1 to 17; 6 at first. Numbers inside keep all their digits."],
    example: "precision 10\n1/3",
    forms: Form(operands: [.number])
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    let digits = try context.count("digits")
    try context.end()
    guard digits <= 17 else { throw Diagnostic("17 digits are all there are", at: range) }
    context.session.precision = digits
    return nil
  }
}

extension CommandContext {
  /// Names and what they are, in two columns; where the second has no room, below the first.
  mutating func answerList(_ rows: [(String, String)]) {
    var width = 0
    for row in rows { width = max(width, DisplayWidth.columns(row.0)) }
    let columns = session.host.columns()
    let isBelow = columns < 80 && columns - width - 2 < 20
    let indent = isBelow ? 4 : width + 2
    for row in rows {
      var text = StyledText(DisplayWidth.padded(row.0, to: isBelow ? 0 : width), .name)
      let lines = TextWrap.wrapped(row.1, width: max(columns - indent, 30)).plain
      for (index, line) in lines.split(separator: "\n").enumerated() {
        let isBeside = index == 0 && !isBelow
        text.append(isBeside ? "  \(line)" : "\n\(DisplayWidth.blanks(indent))\(line)")
      }
      answer(.text(text))
    }
  }
}
