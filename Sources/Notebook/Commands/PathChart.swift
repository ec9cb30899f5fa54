import Formulas
import Plots

/// The way the parameters went: over contours when there are two, over time when there is one.
struct PathChart {
  let runs: [Comparison.Run]
  let rows: RowClauses

  func chart() throws(Diagnostic) -> Chart {
    guard let problem = runs.first?.experiment.problem else { throw .noExperiment }
    switch problem.parameters.count {
    case 1:
      return Chart(
        title: problem.title,
        x: Axis("t"),
        layers: try tracks().map { .line(Series($0.name, $0.points.map { $0[0] }, from: $0.first)) }
      )
    case 2: return try contours(problem)
    default: throw .pathNeedsTwo(problem.parameters.count)
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
      let span = try rows.span(experiment, aim: PlotBuilder.samples)
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
          name: isAlone ? experiment.problem.parameters.name(of: 0) : run.label,
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
      layers.append(.path(Path(series, firstStep: Int(track.first), every: track.every)))
    }
    return Chart(
      title: problem.title,
      x: Axis(problem.parameters.name(of: 0)),
      y: Axis(problem.parameters.name(of: 1)),
      layers: layers
    )
  }

  /// The point of least loss that any of the paths touches.
  private func lowest(_ problem: Problem, _ tracks: [Track]) -> [Double] {
    var best = (loss: problem.objective.loss(at: problem.start), point: problem.start)
    for track in tracks {
      let spacing = max(1, track.points.count / 500)
      for index in stride(from: track.points.count - 1, through: 0, by: -spacing) {
        let loss = problem.objective.loss(at: track.points[index])
        if loss < best.loss { best = (loss, track.points[index]) }
      }
    }
    return best.point
  }

  /// The longer of the distances along both axes.
  private func distance(_ one: [Double], _ other: [Double]) -> Double {
    max(abs(one[0] - other[0]), abs(one[1] - other[1]))
  }

  /// How far the first two updates lead.
  ///
  /// A run that never goes down has no lowest point to show, but a beginning. Of several the shortest
  /// way tells, for one that flies off would hide the others.
  private func firstSteps(_ problem: Problem, _ tracks: [Track]) -> Double {
    var shortest = Double.infinity
    for track in tracks {
      var length = 0.0
      for point in track.points.prefix(3) {
        let distance = distance(point, problem.start)
        if distance <= 1e150 { length = max(length, distance) }
      }
      if length > 0 { shortest = min(shortest, length) }
    }
    return shortest.isFinite ? shortest : 0
  }

  /// What the paths touch with some air around, and at least a built-in problem's own window; a run
  /// that flies off does not take the picture with it.
  private func window(
    _ problem: Problem,
    _ tracks: [Track]
  ) -> (x: Axis.Limits, y: Axis.Limits) {
    let best = lowest(problem, tracks)
    let reach = max(1.5 * distance(problem.start, best), firstSteps(problem, tracks), 1e-6)
    func limits(_ axis: Int) -> Axis.Limits {
      var low = min(problem.start[axis], best[axis])
      var high = max(problem.start[axis], best[axis])
      for track in tracks {
        for point in track.points where abs(point[axis] - best[axis]) <= reach {
          low = min(low, point[axis])
          high = max(high, point[axis])
        }
      }
      if let window = problem.window, window.count == 4 {
        low = min(low, window[axis * 2])
        high = max(high, window[axis * 2 + 1])
        return Axis.Limits(low, high)
      }
      let air = max((high - low) * 0.15, 1e-6, abs(high) * 1e-3)
      return Axis.Limits(low - air, high + air)
    }
    return (limits(0), limits(1))
  }
}
