import Arithmetic
import Formulas
import Plots

/// Several runs of the same problem, one after the other.
struct RunsWork: Sendable {
  /// A setting and the values it takes.
  struct Axis: Sendable {
    var name: String
    var values: [Double]
    var range: SourceRange
  }

  enum Report: Sendable {
    case comparison
    /// The first axis varies fastest.
    case sweep([Axis])
  }

  private var runs: [Comparison.Run]
  private var lowest: [(loss: Double, t: Int)]
  /// The loss at a few moments of each run, for a sparkline.
  private var trends: [[Double]]
  private var stops: [Experiment.Stop?]
  private let updates: Int
  private let report: Report
  private var current = 0
  private var engine: Engine?
  private(set) var done = 0

  init(_ runs: [Comparison.Run], updates: Int, report: Report) {
    self.runs = runs
    self.updates = updates
    self.report = report
    lowest = runs.map { _ in (.infinity, 0) }
    stops = runs.map { _ in nil }
    let moments = min(Table.trendWidth, updates + 1)
    trends = runs.map { _ in [Double](repeating: .nan, count: moments) }
  }

  var total: Int { runs.count * updates }
  var isDone: Bool { current == runs.count }

  mutating func advance(budget: Int) -> Int {
    let objective = runs[current].experiment.problem.objective
    let cost = objective.updateCost
    let count = min(max(budget / cost, 1), updates - runs[current].experiment.t)
    let isLast = count == updates - runs[current].experiment.t
    var best = lowest[current]
    var trend = trends[current]
    let stop = runs[current].experiment.advance(count, with: &engine, isLast: isLast) { loss, t in
      if loss < best.loss { best = (loss, t) }
      // The product may not fit a 32-bit integer.
      let moment = Int(Double(t) * Double(trend.count - 1) / Double(updates))
      if trend[moment].isNaN { trend[moment] = loss }
    }
    lowest[current] = best
    trends[current] = trend
    done += count
    stops[current] = stop
    if stop != nil || runs[current].experiment.t >= updates {
      if objective.training == nil, stop == nil {
        let point = runs[current].experiment.now.point
        trends[current][trend.count - 1] = objective.loss(at: point)
      }
      if case .sweep = report { runs[current].experiment.forgetPast() }
      current += 1
      engine = nil
    }
    return count * cost
  }

  func finish(_ context: inout CommandContext, stopped: Work.Stopped?) {
    let losses = runs.indices.map { index in
      let experiment = runs[index].experiment
      return hasBegun(index) ? experiment.problem.objective.loss(at: experiment.now.point) : .nan
    }
    switch report {
    case .comparison: compare(losses, &context)
    case .sweep(let axes): sweep(axes, losses, &context)
    }
    noteStops(&context)
    noteStopped(stopped, &context)
  }

  /// How far a comparison came that was stopped; a run that did not begin has no results.
  private func noteStopped(_ stopped: Work.Stopped?, _ context: inout CommandContext) {
    guard stopped != nil, current < runs.count else { return }
    var text = "stopped: \(current) of \(runs.count) runs are whole"
    let t = runs[current].experiment.t
    if t > 0 { text += "; \(name(current)) came to update \(t) of \(updates)" }
    context.note(text)
    if case .limit? = stopped { context.noteStopped(stopped, goesOn: false) }
  }

  /// Which runs left the range of numbers: each by name, or how many and the first where they are many.
  private func noteStops(_ context: inout CommandContext) {
    let left = stops.indices.filter { stops[$0] != nil }
    for index in left.count > 4 ? left.prefix(1) : left[...] {
      switch stops[index] {
      case .diverged(let t):
        context.note("\(name(index)) left the range of numbers at step \(t)")
      case .setting(let setting, let value, let t):
        let number = NumberText.shown(value, context.session.precision)
        context.note("\(name(index)) stopped before update \(t), where \(setting) is \(number)")
      case nil: break
      }
    }
    if left.count > 4 {
      context.note("so did \(left.count - 1) more of the \(runs.count) runs")
    }
  }

  private func compare(_ losses: [Double], _ context: inout CommandContext) {
    let rows = runs.indices.map { index in
      Comparison.cells(of: runs[index], among: runs) + results(index, losses[index])
    }
    var table = Table(columns: Comparison.columns(of: runs) + resultNames, rows: rows)
    table.markBest(among: [], column: table.columns.count - resultNames.count) { $0 >= current }
    context.answer(.table(table))
    context.session.comparison = Comparison(runs: runs)
  }

  private func sweep(_ axes: [Axis], _ losses: [Double], _ context: inout CommandContext) {
    let rows = runs.indices.map { index in
      values(index, axes).map { Table.Cell.number($0) } + results(index, losses[index])
    }
    var table = Table(columns: axes.map { $0.name } + resultNames, rows: rows)
    table.markBest(among: [], column: axes.count) { $0 >= current }
    context.answer(.table(table))
    guard axes.count == 2 else { return }
    let isPositive = losses.allSatisfy { !($0 <= 0) }
    func shown(_ loss: Double) -> Double { isPositive ? Elementary.log10(loss) : loss }
    // What grew from the start on is one colour, so that the others can be told apart.
    let start = trends.first?.first.map(shown)
    let map = HeatMap(
      isPositive ? "log10(loss)" : "loss",
      x: axes[0].values,
      y: axes[1].values,
      values: losses.map(shown),
      ceiling: start.flatMap { $0.isFinite ? $0 : nil }
    )
    context.answer(
      .plot(
        Chart(
          title: "\(isPositive ? "log10(loss)" : "loss") after \(updates) updates",
          x: Plots.Axis(axes[0].name),
          y: Plots.Axis(axes[1].name),
          layers: [.heat(map)]
        ),
        PlotSize()
      )
    )
  }

  private func hasBegun(_ index: Int) -> Bool {
    index < current || runs[index].experiment.t > 0
  }

  /// A network's steps see the loss of a mini-batch only, so the lowest is not known.
  private var resultNames: [String] {
    guard let objective = runs.first?.experiment.problem.objective else { return [] }
    return objective.training == nil
      ? ["loss", "lowest", "at t", trendName] : objective.measures.map { $0.rawValue }
  }

  private func results(_ index: Int, _ loss: Double) -> [Table.Cell] {
    if !hasBegun(index) { return resultNames.map { _ in .missing } }
    let problem = runs[index].experiment.problem
    if problem.objective.training != nil {
      let point = runs[index].experiment.now.point
      return problem.objective.measures.map { measure in
        .number(measure == .loss ? loss : problem.objective.value(of: measure, at: point))
      }
    }
    let best = loss < lowest[index].loss ? (loss, runs[index].experiment.t) : lowest[index]
    return [.number(loss), .number(best.0), .number(Double(best.1)), .trend(trends[index])]
  }

  private var trendName: String {
    Table.decades(trends) == nil ? "loss over t" : "log loss over t"
  }

  private func values(_ index: Int, _ axes: [Axis]) -> [Double] {
    var rest = index
    return axes.map { axis in
      let value = axis.values[rest % axis.values.count]
      rest /= axis.values.count
      return value
    }
  }

  private func name(_ index: Int) -> String {
    guard case .sweep(let axes) = report else { return runs[index].label }
    let parts = zip(axes, values(index, axes)).map { axis, value in
      "\(axis.name)=\(NumberText.shown(value, 6))"
    }
    return parts.joined(separator: " ")
  }
}
