import Formulas
import Plots

/// The runs of a `compare`, kept so that `plot` straight after it can lay them over each other.
struct Comparison: Sendable {
  struct Run: Sendable {
    var label: String
    var experiment: Experiment
  }

  var runs: [Run]

  func chart(
    _ columns: [Column],
    _ clauses: PlotClauses,
    _ session: Session
  ) throws(Diagnostic) -> Chart {
    var layers: [Layer] = []
    for run in runs {
      let experiment = run.experiment
      var own = session
      own.experiment = experiment
      let span = try clauses.rows.span(experiment, aim: PlotBuilder.samples)
      let rows = try own.history(columns.map { $0.value }, span)
      let xs = rows.indices.map { Double(span.first + $0 * span.every) }
      for (index, column) in columns.enumerated() {
        let name = columns.count == 1 ? run.label : "\(run.label) \(column.label)"
        layers.append(.line(Series(name, x: xs, y: rows.map { $0[index].number })))
      }
    }
    let title = columns.count == 1 ? columns[0].label : ""
    return Chart(title: title, x: Axis("t"), layers: layers)
  }
}
