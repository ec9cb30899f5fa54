import Formulas
import Plots

/// The way the parameters went: over contours when there are two, over time when there is one.
struct PathChart {
  let runs: [Comparison.Run]
  let rows: RowClauses

  func chart() throws(Diagnostic) -> Chart {
    guard let problem = runs.first?.experiment.problem else { throw .noExperiment }
    let names = problem.parameters
    switch names.count {
    case 1:
      return Chart(
        title: problem.title,
        x: Axis("t"),
        layers: try tracks().map { .line(Series($0.name, $0.points.map { $0[0] }, from: $0.first)) }
      )
    case 2: return try contours(problem)
    default: throw .pathNeedsTwo(names.count)
    }
  }

  private struct Track {
    var name: String
    var first: Double
    var every: Int
    var points: [[Double]]
  }

  private func tracks() throws(Diagnostic) -> [Track] {
    var tracks: [Track] = []
    for run in runs {
      let experiment = run.experiment
      let span = try rows.span(experiment.t)
      var points: [[Double]] = []
      experiment.visit(
        from: span.first,
        through: span.last,
        every: span.every,
        tracing: false
      ) { points.append($0.point) }
      let isAlone = runs.count == 1 && experiment.problem.parameters.count == 1
      tracks.append(
        Track(
          name: isAlone ? experiment.problem.parameters[0] : run.label,
          first: Double(span.first),
          every: span.every,
          points: points
        )
      )
    }
    return tracks
  }

  private func contours(_ problem: Problem) throws(Diagnostic) -> Chart {
    let tracks = try tracks()
    let window = window(problem, tracks)
    let field = Field("loss", x: window.x, y: window.y) { x, y in
      problem.objective.loss(at: [x, y])
    }
    var layers: [Layer] = [.contours(field)]
    for track in tracks {
      let series = Series(
        track.name,
        x: track.points.map { $0[0] },
        y: track.points.map { $0[1] }
      )
      layers.append(.path(Path(series, firstStep: Int(track.first))))
    }
    return Chart(
      title: problem.title,
      x: Axis(problem.parameters[0]),
      y: Axis(problem.parameters[1]),
      layers: layers
    )
  }

  /// Everything the paths touch with some air around, and at least a built-in problem's own window.
  private func window(
    _ problem: Problem,
    _ tracks: [Track]
  ) -> (x: Axis.Limits, y: Axis.Limits) {
    func limits(_ axis: Int) -> Axis.Limits {
      var low = problem.start[axis]
      var high = low
      for track in tracks {
        for point in track.points where point[axis].isFinite && abs(point[axis]) < 1e12 {
          low = min(low, point[axis])
          high = max(high, point[axis])
        }
      }
      if let window = problem.window, window.count == 4 {
        low = min(low, window[axis * 2])
        high = max(high, window[axis * 2 + 1])
        return Axis.Limits(low, high)
      }
      // As far on the other side of the lowest point as on this one, when that is near 0.
      let air = max((high - low) * 0.15, 1e-6, abs(high) * 1e-3)
      return Axis.Limits(low - air, high + air)
    }
    return (limits(0), limits(1))
  }
}
