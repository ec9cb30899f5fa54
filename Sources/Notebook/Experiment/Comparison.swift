import Formulas
import Plots

/// The runs of a `compare`, kept so that `plot` straight after it can lay them over each other.
struct Comparison: Sendable {
  struct Run: Sendable {
    var label: String
    /// The optimizer, where the run has a name of its own.
    var setting: String?
    var experiment: Experiment
  }

  /// How the loss spreads over seeds, run by run, at the same moments.
  struct Spreads: Sendable {
    var times: [Double]
    var losses: [[Quartiles]]
  }

  var runs: [Run]
  /// Nil where each run was made once.
  var spreads: Spreads?

  /// What tells the runs of a table apart: a name of one's own, the optimizer.
  static func columns(of runs: [Run]) -> [String] {
    runs.contains { $0.setting != nil } ? ["run", "optimizer"] : ["optimizer"]
  }

  static func cells(of run: Run, among runs: [Run]) -> [Table.Cell] {
    let isNamed = runs.contains { $0.setting != nil }
    return isNamed ? [.text(run.label), .text(run.setting ?? run.label)] : [.text(run.label)]
  }

  func chart(
    _ columns: [Column],
    _ builder: PlotBuilder
  ) throws(Diagnostic) -> Chart {
    if let spreads, builder.clauses.across == nil, columns.count == 1,
      case .name("loss", _) = columns[0].value
    {
      return try chart(spreads, builder.clauses.rows)
    }
    var layers: [Layer] = []
    for run in runs {
      var own = builder.session
      own.experiment = run.experiment
      layers += try builder.layers(of: run.experiment, own) { column in
        columns.count == 1 ? run.label : "\(run.label) \(column.label)"
      }
    }
    let label = columns.count == 1 ? columns[0].label : ""
    let across = builder.clauses.across
    // Over time the one quantity is the title; over another one it names its axis.
    var chart = Chart(
      title: across == nil ? label : "",
      x: Axis(across?.label ?? "t"),
      y: Axis(across == nil ? "" : label),
      layers: layers
    )
    if let longest = runs.max(by: { $0.experiment.t < $1.experiment.t }) {
      chart.notes = try builder.thinning(longest.experiment)
    }
    return chart
  }

  /// The medians, each in the band between its quartiles.
  private func chart(_ spreads: Spreads, _ rows: RowClauses) throws(Diagnostic) -> Chart {
    guard let first = runs.first else { return Chart() }
    let span = try rows.span(first.experiment)
    let shown = spreads.times.indices.filter { place in
      spreads.times[place] >= Double(span.first) && spreads.times[place] <= Double(span.last)
    }
    let times = shown.map { spreads.times[$0] }
    var bands: [Layer] = []
    var lines: [Layer] = []
    for (run, losses) in zip(runs, spreads.losses) {
      let own = shown.map { losses[$0] }
      bands.append(.quartiles(own, of: lines.count, run.label, over: times))
      lines.append(.line(Series(run.label, x: times, y: own.map { $0.median })))
    }
    return Chart(title: "median loss, with its quartiles", x: Axis("t"), layers: bands + lines)
  }
}
