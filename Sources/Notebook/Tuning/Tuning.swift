import Arithmetic
import Formulas
import Plots

/// What a `tune` found, kept so that `plot tuning` can draw it.
struct Tuning: Sendable {
  /// An optimizer and what was tried of it.
  struct Entry: Sendable {
    var label: String
    var search: TuningSearch
    var isDone = false
  }

  var entries: [Entry]
  /// The loss before the first update: its median over the seeds.
  var startLoss: Double
  var seeds: Int?

  /// The largest loss that is called good: twice the best, or what has come 99.9 % of the way from the
  /// start to the best, whichever is more.
  func good(_ best: Double) -> Double {
    best + max(best, 0, startLoss.isFinite ? 1e-3 * (startLoss - best) : 0)
  }

  /// Every setting that was looked for, alpha first.
  private var names: [String] {
    var names: [String] = []
    for axis in entries.flatMap({ $0.search.axes }) where !names.contains(axis.name) {
      names.append(axis.name)
    }
    return names
  }

  var table: Table {
    let losses = seeds == nil ? ["loss"] : ["median loss", "25 %", "75 %"]
    var table = Table(
      columns: ["optimizer"] + names + losses + ["good from", "to"],
      rows: entries.map { [.text($0.label)] + settings(of: $0) + results(of: $0) }
    )
    let ended = entries.indices.filter { entries[$0].isDone }
    table.markBest(among: ended, column: 1 + names.count) { !entries[$0].isDone }
    return table
  }

  private func settings(of entry: Entry) -> [Table.Cell] {
    names.map { name in
      guard let best = entry.search.best, best.loss.median.isFinite,
        let axis = entry.search.axes.firstIndex(where: { $0.name == name })
      else { return .missing }
      return .number(entry.search.axes[axis].value(best.point[axis]))
    }
  }

  private func results(of entry: Entry) -> [Table.Cell] {
    guard let best = entry.search.best else {
      return [Table.Cell](repeating: .missing, count: seeds == nil ? 3 : 5)
    }
    let spread = [best.loss.median] + (seeds == nil ? [] : [best.loss.lower, best.loss.upper])
    var cells: [Table.Cell] = spread.map { .number($0) }
    if let stretch = entry.search.stretch(below: good(best.loss.median)),
      best.loss.median.isFinite
    {
      let ends = [stretch.low, stretch.high].map { entry.search.axes[0].value($0) }.sorted()
      cells += ends.map { .number($0) }
    } else {
      cells += [.missing, .missing]
    }
    return cells
  }

  /// What the table alone does not say.
  var remarks: [String] {
    entries.compactMap { entry in
      guard entry.isDone, let best = entry.search.best else { return nil }
      guard best.loss.median.isFinite else {
        return "\(entry.label): nothing that was tried ends with a finite loss"
      }
      let edges = zip(entry.search.axes, best.point).filter { $0.isEdge($1) }
      guard let (axis, count) = edges.first else { return nil }
      return
        "\(entry.label): \(axis.name) = \(NumberText.significant(axis.value(count), 6)) is the "
        + "edge of what is tried; the best may lie beyond"
    }
  }
}

extension Tuning {
  /// The loss over the first setting looked for, through the best of the others.
  var chart: Chart {
    guard let shown = entries.first?.search.axes.first else { return Chart() }
    var lines: [Layer] = []
    var bands: [Layer] = []
    var best: (x: [Double], y: [Double]) = ([], [])
    var highest = 0.0
    var isPositive = true
    for entry in entries where entry.search.axes.first?.name == shown.name {
      let points = entry.search.line.map { (x: shown.value($0.point[0]), loss: $0.loss) }
        .sorted { $0.x < $1.x }
      let x = points.map { $0.x }
      if seeds != nil {
        bands.append(.quartiles(points.map { $0.loss }, of: lines.count, entry.label, over: x))
      }
      lines.append(.line(Series(entry.label, x: x, y: points.map { $0.loss.median })))
      for point in points where point.loss.median.isFinite {
        highest = max(highest, point.loss.median)
        if point.loss.median <= 0 { isPositive = false }
      }
      if let trial = entry.search.best {
        best.x.append(shown.value(trial.point[0]))
        best.y.append(trial.loss.median)
      }
    }
    lines.append(.points(Series("best", x: best.x, y: best.y)))
    var chart = Chart(
      title: seeds == nil ? "loss" : "median loss",
      x: Axis(shown.name, scale: shown.isRest ? .linear : .logarithmic),
      y: Axis("", scale: isPositive ? .logarithmic : .linear),
      layers: bands + lines
    )
    // What grew from the start on needs no room: that it leaves the picture says enough.
    let ceiling = 10 * startLoss
    let lowest = best.y.filter { $0.isFinite }.min()
    if isPositive, let lowest, ceiling.isFinite, highest > ceiling, lowest < ceiling {
      chart.y.limits = Axis.Limits(lowest, ceiling)
    }
    return chart
  }
}
