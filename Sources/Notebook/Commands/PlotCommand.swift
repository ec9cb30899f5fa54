import Arithmetic
import Formulas
import Plots

enum PlotCommand {
  static let command = Command(
    "plot",
    usage: "plot EXPRESSION, ... | plot path | plot FORMULA for NAME from A to B",
    summary: "draw expressions over the history, series, a formula, or the way down",
    details: [
      "log makes the vertical axis logarithmic; width N, height N and title \"text\" set the picture; "
        + "every N, last N and from A to B choose steps of the history as in table.",
      "plot path draws the parameters' way, over contours of the loss when there are two. Straight "
        + "after compare, plot loss and plot path lay the runs over each other.",
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 100
      plot loss log
      """
  ) { context throws(Diagnostic) in
    guard !context.reader.isAtEnd else { throw .nothingToPlot(at: context.reader.range) }
    let columns = try context.columns()
    let clauses = try PlotClauses.read(&context)
    var chart = try PlotBuilder(context: context, columns: columns, clauses: clauses).chart()
    if let title = clauses.title { chart.title = title }
    if clauses.isLog { chart.y.scale = .logarithmic }
    context.answer(.plot(chart, clauses.size))
    return nil
  }
}

/// What follows the columns of a plot.
struct PlotClauses {
  var isLog = false
  var size = PlotSize()
  var title: String?
  var rows = RowClauses()
  var domain: (name: String, from: Double, to: Double)?

  static func read(_ context: inout CommandContext) throws(Diagnostic) -> PlotClauses {
    var clauses = PlotClauses()
    while let word = context.reader.current {
      switch word.name {
      case "log":
        context.reader.advance()
        clauses.isLog = true
      case "width":
        context.reader.advance()
        clauses.size.width = try context.size("width", 20, 400)
      case "height":
        context.reader.advance()
        clauses.size.height = try context.size("height", 3, 200)
      case "title":
        context.reader.advance()
        guard let token = context.reader.current, case .text(let text) = token.kind else {
          throw .expected("a title in double quotes", at: context.reader.range)
        }
        context.reader.advance()
        clauses.title = text
      case "for":
        context.reader.advance()
        clauses.domain = try domain(&context)
      case "every", "last", "from":
        clauses.rows = try RowClauses.readOne(&context, clauses.rows)
      default:
        throw .clause(
          word,
          of: "plot",
          ["log", "width", "height", "title", "for", "every", "last", "from"]
        )
      }
    }
    return clauses
  }

  private static func domain(
    _ context: inout CommandContext
  ) throws(Diagnostic) -> (name: String, from: Double, to: Double) {
    let (name, range) = try context.reader.name("the name that varies")
    guard context.reader.take(word: "from") else {
      throw .expected("'from' and a number", at: context.reader.range)
    }
    let from = try context.number()
    guard context.reader.take(word: "to") else {
      throw .expected("'to' and a number", at: context.reader.range)
    }
    let to = try context.number()
    guard from.isFinite, to.isFinite, from != to else {
      throw Diagnostic("a range needs two different numbers", at: range)
    }
    return (name, from, to)
  }
}

/// The size asked for; nil is the medium's own.
package struct PlotSize: Equatable, Sendable {
  package var width: Int?
  package var height: Int?
}

extension CommandContext {
  fileprivate mutating func size(
    _ what: String,
    _ least: Int,
    _ most: Int
  ) throws(Diagnostic) -> Int {
    let range = reader.range
    let value = try count(what)
    guard value >= least, value <= most else {
      throw Diagnostic("\(what) goes from \(least) to \(most)", at: range)
    }
    return value
  }
}

/// Makes the chart that a `plot` asks for.
struct PlotBuilder {
  static let samples = 240

  let context: CommandContext
  let columns: [Column]
  let clauses: PlotClauses

  private var session: Session { context.session }

  func chart() throws(Diagnostic) -> Chart {
    if let domain = clauses.domain { return try curves(over: domain) }
    if columns.count == 1, case .name("path", _) = columns[0].value, session.ownValue("path") == nil
    {
      return try path()
    }
    if session.usesHistory(columns.map { $0.value }) { return try overHistory() }
    return try overElements()
  }

  private func curves(
    over domain: (name: String, from: Double, to: Double)
  ) throws(Diagnostic) -> Chart {
    let xs = (0...Self.samples).map {
      domain.from + (domain.to - domain.from) * (Double($0) / Double(Self.samples))
    }
    var layers: [Layer] = []
    for column in columns {
      var ys: [Double] = []
      for x in xs {
        var evaluator = session.evaluator(at: session.experiment?.now, binding: (domain.name, x))
        ys.append(try evaluator.number(of: column.value))
      }
      layers.append(.line(Series(column.label, x: xs, y: ys)))
    }
    return Chart(x: Axis(domain.name), layers: layers)
  }

  private func overElements() throws(Diagnostic) -> Chart {
    var layers: [Layer] = []
    for column in columns {
      var evaluator = session.evaluator(at: session.experiment?.now)
      let values = try evaluator.elements(of: column.value)
      guard !values.isEmpty else { throw .nothingToPlot(at: column.value.range) }
      let shown = clauses.rows.indexes(values.count)
      layers.append(
        .line(Series(column.label, x: shown.map { Double($0 + 1) }, y: shown.map { values[$0] }))
      )
    }
    return Chart(x: Axis("element"), layers: layers)
  }

  private func overHistory() throws(Diagnostic) -> Chart {
    if let comparison = session.comparison, !comparison.runs.isEmpty {
      return try comparison.chart(columns, clauses, session)
    }
    let experiment = try context.experiment()
    let span = try clauses.rows.span(experiment, aim: Self.samples)
    let rows = try session.history(columns.map { $0.value }, span)
    for row in rows {
      for (cell, column) in zip(row, columns) {
        if case .text = cell { throw .textInPlot(at: column.value.range) }
      }
    }
    let xs = rows.indices.map { Double(span.first + $0 * span.every) }
    let layers = columns.enumerated().map { index, column in
      Layer.line(Series(column.label, x: xs, y: rows.map { $0[index].number }))
    }
    return Chart(x: Axis("t"), layers: layers)
  }

  private func path() throws(Diagnostic) -> Chart {
    let experiment = try context.experiment()
    var shown = session.comparison?.runs ?? []
    if shown.isEmpty { shown = [Comparison.Run(label: "path", experiment: experiment)] }
    return try PathChart(runs: shown, rows: clauses.rows).chart()
  }
}

extension Table.Cell {
  /// The number to draw; a gap where there is none.
  var number: Double {
    switch self {
    case .number(let value): value
    case .boolean(let truth): truth ? 1 : 0
    case .text, .missing: .nan
    }
  }
}
