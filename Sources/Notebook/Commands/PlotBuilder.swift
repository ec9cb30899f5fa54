import Arithmetic
import Formulas
import Plots

/// Makes the chart that a `plot` asks for.
struct PlotBuilder {
  static let samples = 240

  let context: CommandContext
  let columns: [Column]
  let clauses: PlotClauses

  var session: Session { context.session }

  /// The columns, and below them what they lie over.
  private var all: [Column] { columns + (clauses.across.map { [$0] } ?? []) }

  func chart() throws(Diagnostic) -> Chart {
    if let domain = clauses.domain { return try curves(over: domain) }
    if columns.count == 1, case .name(let name, let place) = columns[0].value,
      session.ownValue(name) == nil, session.experiment?.quantities.quantity(name) == nil
    {
      switch name {
      case "path": return try path()
      case "step": return try StepChart(session).chart()
      case "tuning":
        guard let tuning = session.tuning else { throw .nothingTuned(at: place.range) }
        return tuning.chart
      default: break
      }
    }
    for column in all { try session.checkExperiment(for: column.value) }
    if session.usesHistory(all.map { $0.value }) { return try overHistory() }
    return try overElements()
  }

  private func curves(
    over domain: (name: String, from: Double, to: Double)
  ) throws(Diagnostic) -> Chart {
    let xs = samples(domain.from, domain.to)
    func values(_ column: Column, _ xs: [Double]) throws(Diagnostic) -> [Double] {
      var ys: [Double] = []
      for x in xs {
        var evaluator = session.evaluator(at: session.experiment?.now, binding: (domain.name, x))
        ys.append(try evaluator.number(of: column.value))
      }
      return ys
    }
    let across: [Double]
    if let column = clauses.across { across = try values(column, xs) } else { across = xs }
    var chart = Chart(x: Axis(clauses.across?.label ?? domain.name))
    // Where the formula is undefined is a part of the picture too.
    if clauses.across == nil {
      chart.x.limits = Axis.Limits(min(domain.from, domain.to), max(domain.from, domain.to))
    }
    for column in columns {
      var ys = try values(column, xs)
      if let noise = RoundingNoise(ys, beside: try values(column, xs.map { $0.nextUp })) {
        ys = noise.flattened(ys)
        chart.notes.append("what differs in \(column.label) is rounding, \(noise.words)")
      }
      chart.layers.append(.line(Series(column.label, x: across, y: ys)))
    }
    return chart
  }

  /// Evenly spaced, by factors where the axis is logarithmic.
  private func samples(_ from: Double, _ to: Double) -> [Double] {
    let isLog = clauses.isLogX && clauses.across == nil && from > 0 && to > 0
    return (0...Self.samples).map { index in
      let share = Double(index) / Double(Self.samples)
      return isLog
        ? from * Elementary.pow(to / from, share) : from + (to - from) * share
    }
  }

  private func overElements() throws(Diagnostic) -> Chart {
    func values(_ column: Column) throws(Diagnostic) -> [Double] {
      var evaluator = session.evaluator(at: session.experiment?.now)
      let values = try evaluator.elements(of: column.value)
      guard !values.isEmpty else { throw .nothingToPlot(at: column.value.range) }
      return values
    }
    let across = try clauses.across.map(values)
    var layers: [Layer] = []
    for column in columns {
      let values = try values(column)
      if let across, across.count != values.count {
        throw .unevenPoints(values.count, across.count, at: column.value.range)
      }
      let series: Series
      if clauses.rows.areAll {
        // Long series are shared, not copied.
        series =
          across.map { Series(column.label, x: $0, y: values) }
          ?? Series(column.label, values, from: 1)
      } else {
        let shown = clauses.rows.indexes(values.count)
        series = Series(
          column.label,
          x: shown.map { across?[$0] ?? Double($0 + 1) },
          y: shown.map { values[$0] }
        )
      }
      layers.append(across == nil ? .line(series) : .points(series))
    }
    return Chart(x: Axis(clauses.across?.label ?? "element"), layers: layers)
  }

  private func overHistory() throws(Diagnostic) -> Chart {
    if let comparison = session.comparison, !comparison.runs.isEmpty {
      return try comparison.chart(columns, self)
    }
    let experiment = try context.experiment()
    var chart = Chart(
      x: Axis(clauses.across?.label ?? "t"),
      layers: try layers(of: experiment, session) { $0.label }
    )
    chart.notes = try thinning(experiment)
    return chart
  }

  /// What is to say of a history too long to draw every update of.
  func thinning(_ experiment: Experiment) throws(Diagnostic) -> [String] {
    let span = try clauses.rows.span(experiment, aim: Self.samples)
    return span.isThinned ? ["of \(experiment.t) updates one in \(span.every) is shown"] : []
  }

  /// The columns over one experiment's history.
  func layers(
    of experiment: Experiment,
    _ session: Session,
    named name: (Column) -> String
  ) throws(Diagnostic) -> [Layer] {
    let span = try clauses.rows.span(experiment, aim: Self.samples)
    let rows = try session.history(all.map { $0.value }, span)
    for row in rows {
      for (cell, column) in zip(row, all) {
        if case .text = cell { throw .textInPlot(at: column.value.range) }
      }
    }
    let times = rows.indices.map { Double(span.first + $0 * span.every) }
    return columns.enumerated().map { index, column in
      let ys = rows.map { $0[index].number }
      guard clauses.across != nil else {
        return .line(Series(name(column), x: times, y: ys))
      }
      return .points(Series(name(column), x: rows.map { $0[columns.count].number }, y: ys))
    }
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
    case .text, .missing, .trend: .nan
    }
  }
}
