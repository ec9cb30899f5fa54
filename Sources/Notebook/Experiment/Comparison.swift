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
    _ builder: PlotBuilder
  ) throws(Diagnostic) -> Chart {
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
    return Chart(
      title: across == nil ? label : "",
      x: Axis(across?.label ?? "t"),
      y: Axis(across == nil ? "" : label),
      layers: layers
    )
  }
}
