import Formulas

enum TableCommand {
  static let command = Command(
    "table",
    .question,
    usage: "table COLUMN, ... [every N] [last N] [from A to B]",
    summary: "print columns over the history",
    details: [
      "A column is any expression of the experiment's quantities. Without an experiment's name in "
        + "it, a series makes a column of its elements.",
      "A long table shows its first and last rows; JSON has all of them.",
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 10
      table t, x, dx, v.x, loss last 4
      """,
    forms: Form(operands: [.formula], isList: true, clauses: RowClauses.all)
  ) { context throws(Diagnostic) in
    let columns = try context.columns()
    for column in columns { try context.session.checkExperiment(for: column.value) }
    let rows = try RowClauses.read(&context)
    let names = columns.map { $0.label }
    if context.session.usesHistory(columns.map { $0.value }) {
      let span = try rows.span(context.experiment())
      let cells = try context.session.history(columns.map { $0.value }, span)
      var table = Table(columns: names, rows: cells)
      table.markRareChanges()
      context.answer(.table(table))
    } else {
      context.answer(.table(try context.elementTable(columns, rows)))
    }
    return nil
  }
}

/// An expression and how it was written.
struct Column: Sendable {
  var label: String
  var value: Expression
}

extension CommandContext {
  /// Expressions separated by commas, with their own text as labels.
  mutating func columns() throws(Diagnostic) -> [Column] {
    var columns: [Column] = []
    repeat { columns.append(try column()) } while reader.take(.comma)
    return columns
  }

  /// The next words as an expression with its own text as label.
  mutating func column() throws(Diagnostic) -> Column {
    let start = reader.range.start
    let value = try expression(aboveAnd: true)
    let end = reader.tokens[reader.index - 1].range.end
    return Column(label: text(start, end), value: value)
  }

  /// The statement's own text between two offsets of the cell.
  func text(_ start: Int, _ end: Int) -> String {
    let base = reader.tokens.first?.range.start ?? 0
    let bytes = Array(source.utf8)
    let from = max(0, start - base)
    return String(decoding: bytes[from..<min(bytes.count, max(from, end - base))], as: UTF8.self)
  }

  fileprivate func elementTable(
    _ columns: [Column],
    _ rows: RowClauses
  ) throws(Diagnostic) -> Table {
    var values: [[Double]] = []
    for column in columns {
      var evaluator = session.evaluator(at: session.experiment?.now)
      values.append(try evaluator.elements(of: column.value))
    }
    let count = values.map { $0.count }.max() ?? 0
    var cells = TableRows(columnCount: columns.count)
    for row in rows.indexes(count) {
      cells.append(values.map { row < $0.count ? .number($0[row]) : .missing })
    }
    return Table(columns: columns.map { $0.label }, rows: cells)
  }
}

extension Session {
  /// Whether any of the expressions speaks of the experiment's history.
  func usesHistory(_ expressions: [Expression]) -> Bool {
    guard let experiment else { return false }
    for expression in expressions {
      guard let inlined = try? expression.inlining({ definition($0) }) else { return false }
      if inlined.names.contains(where: { experiment.quantities.quantity($0) != nil }) {
        return true
      }
    }
    return false
  }

  /// The expressions' values over the history, row by row.
  func history(
    _ expressions: [Expression],
    _ span: RowClauses.Span
  ) throws(Diagnostic) -> TableRows {
    guard let experiment else { throw .noExperiment }
    var rows = TableRows(columnCount: expressions.count)
    var failure: Diagnostic?
    let direct = expressions.map { expression -> LiveQuantity? in
      if case .name(let name, _) = expression { return experiment.quantities.quantity(name) }
      return nil
    }
    experiment.visit(
      from: span.first,
      through: span.last,
      every: span.every,
      tracing: true
    ) { moment in
      if failure != nil { return }
      var row: [Table.Cell] = []
      for (index, expression) in expressions.enumerated() {
        do throws(Diagnostic) {
          row.append(try cell(expression, direct[index], moment))
        } catch {
          failure = error
        }
      }
      rows.append(row)
    }
    if let failure { throw failure }
    return rows
  }

  private func cell(
    _ expression: Expression,
    _ direct: LiveQuantity?,
    _ moment: Moment
  ) throws(Diagnostic) -> Table.Cell {
    if let direct {
      guard let value = moment.value(of: direct), moment.uses(direct, value) else {
        return .missing
      }
      return try cell(value, expression)
    }
    // Before the first update some quantities have no value yet.
    for name in expression.names {
      if let quantity = experiment?.quantities.quantity(name), !moment.hasValue(of: quantity) {
        return .missing
      }
    }
    var evaluator = evaluator(at: moment)
    return try cell(try evaluator.value(of: expression), expression)
  }

  private func cell(
    _ value: Value,
    _ expression: Expression
  ) throws(Diagnostic) -> Table.Cell {
    switch value {
    case .number(let number): return .number(number)
    case .boolean(let truth): return .boolean(truth)
    case .text(let text): return .text(text)
    case .series(let values):
      throw .seriesInColumn(
        expression.text,
        values.count,
        component: experiment?.component(of: expression),
        at: expression.range
      )
    }
  }
}
