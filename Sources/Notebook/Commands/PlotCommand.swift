import Formulas
import Plots

enum PlotCommand {
  static let command = Command(
    "plot",
    usage: "plot [histogram of | bars of] EXPRESSION, ... [vs EXPRESSION] | plot path",
    summary: "draw expressions over the history, series, a formula, or the way down",
    details: [
      "for NAME from A to B draws formulas of that name.",
      "log and logx make an axis logarithmic; hline 0.1 \"goal\" and vline 50 draw a line across "
        + "or down the picture; width N, height N and title \"text\" set the picture; "
        + "every N, last N and from A to B choose steps of the history as in table.",
      "plot a vs b draws a point for each step, or for each element of two series. plot histogram "
        + "of a counts its values (bins N: at most so many bins), plot bars of a, b draws a bar each.",
      "plot path draws the parameters' way, over contours of the loss when there are two. Straight "
        + "after compare, plot loss and plot path lay the runs over each other, and plot bars of "
        + "loss draws a bar for each.",
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 100
      plot loss log hline 1 "goal"
      plot y vs x height 8
      """
  ) { context throws(Diagnostic) in
    guard !context.reader.isAtEnd else { throw .nothingToPlot(at: context.reader.range) }
    let kind = PlotKind.read(&context)
    let columns = try context.columns()
    let clauses = try PlotClauses.read(&context, kind)
    let builder = PlotBuilder(context: context, columns: columns, clauses: clauses)
    var chart: Chart
    switch kind {
    case .curves: chart = try builder.chart()
    case .histogram: chart = try builder.histogram()
    case .bars: chart = try builder.bars()
    }
    if let title = clauses.title { chart.title = title }
    if clauses.isLog { chart.y.scale = .logarithmic }
    if clauses.isLogX { chart.x.scale = .logarithmic }
    chart.layers += clauses.references.map { .reference($0) }
    context.answer(.plot(chart, clauses.size))
    return nil
  }
}

/// What a `plot` draws of its expressions.
enum PlotKind {
  /// Lines, points with `vs`, the way down.
  case curves
  case histogram
  case bars

  /// `histogram of`, `bars of`; the words alone stay free for names.
  static func read(_ context: inout CommandContext) -> PlotKind {
    guard let word = context.reader.current?.name, context.reader.peek()?.name == "of" else {
      return .curves
    }
    let kind: PlotKind? = word == "histogram" ? .histogram : word == "bars" ? .bars : nil
    if kind != nil { context.reader.index += 2 }
    return kind ?? .curves
  }

  /// The clauses that say something for such a picture.
  var clauses: [String] {
    let words: String
    switch self {
    case .curves: words = "vs log logx hline vline width height title for every last from"
    case .histogram: words = "bins log hline vline width height title every last from"
    case .bars: words = "width height title"
    }
    return words.split(separator: " ").map { String($0) }
  }
}
