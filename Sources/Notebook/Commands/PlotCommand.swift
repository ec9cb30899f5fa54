import Formulas
import Plots

enum PlotCommand {
  static let command = Command(
    "plot",
    .question,
    usage: "plot [histogram of | bars of] EXPRESSION, ... [vs EXPRESSION] | plot path",
    summary: "draw expressions over the history, series, a formula, or the way down",
    details: [
      "plot a vs b draws a point for each step, or for each element of two series. plot histogram "
        + "of a counts its values, plot bars of a, b draws a bar each.",
      "plot path draws the parameters' way, over contours of the loss when there are two. Straight "
        + "after compare, plot loss and plot path lay the runs over each other, and plot bars of "
        + "loss draws a bar for each.",
      "plot step draws the next update: on the curve of the loss, with its tangent, or over its "
        + "contours, with the way straight down; after compare that of each optimizer. "
        + "plot tuning, after tune, draws the loss over alpha.",
      "plot scatter of a, b by c draws points and tells them apart by their labels; plot border draws "
        + "where a network of two inputs parts its classes.",
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 100
      plot loss log hline 1 "goal"
      plot y vs x height 8
      """,
    forms: Form(
      .histogram,
      .of,
      operands: [.formula],
      isList: true,
      clauses: PlotClauses.ofHistogram,
      summary: "how often values occur"
    ),
    Form(
      .bars,
      .of,
      operands: [.formula],
      isList: true,
      clauses: PlotClauses.ofBars,
      summary: "a bar for each"
    ),
    Form(
      .scatter,
      .of,
      operands: [.formula],
      isList: true,
      clauses: PlotClauses.ofScatter,
      summary: "points of two series, told apart by a label"
    ),
    Form(.border, clauses: PlotClauses.ofBars, summary: "where a network parts its classes"),
    Form(operands: [.picture], isList: true, clauses: PlotClauses.ofCurves)
  ) { context throws(Diagnostic) in
    var kind = context.form?.lead.first
    // A name of one's own goes before the word.
    if kind == .border, context.session.ownValue("border") != nil {
      kind = nil
      context.reader.index -= 1
    }
    guard kind == .border || !context.reader.isAtEnd else {
      throw .nothingToPlot(at: context.reader.range)
    }
    let columns: [Column]
    if kind == .border { columns = [] } else { columns = try context.columns() }
    let clauses = try PlotClauses.read(&context)
    let builder = PlotBuilder(context: context, columns: columns, clauses: clauses)
    var chart: Chart
    switch kind {
    case .histogram: chart = try builder.histogram()
    case .bars: chart = try builder.bars()
    case .scatter: chart = try builder.scatter()
    case .border: chart = try PlotBuilder.border(context)
    default: chart = try builder.chart()
    }
    if let title = clauses.title { chart.title = title }
    if clauses.isLog { chart.y.scale = .logarithmic }
    if clauses.isLogX { chart.x.scale = .logarithmic }
    chart.layers += clauses.references.map { .reference($0) }
    context.answer(.plot(chart, clauses.size))
    return nil
  }
}
