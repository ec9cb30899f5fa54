import Arithmetic
import Formulas
import Plots

/// The next update as a picture: on the curve of a loss of one parameter, with its tangent; over the
/// contours of one of two parameters, with the way straight down.
struct StepChart {
  private let experiment: Experiment
  private let updates: [NextUpdate]
  private let from: [Double]
  private let loss: Double
  private let slopes: [Double]

  init(_ session: Session) throws(Diagnostic) {
    updates = try NextUpdate.all([], session)
    guard let experiment = session.experiment else { throw .noExperiment }
    guard !updates.isEmpty else { throw .noOptimizer }
    self.experiment = experiment
    from = experiment.point
    (loss, slopes) = experiment.problem.objective.lossAndGradient(
      at: from,
      update: experiment.t + 1
    )
  }

  func chart() throws(Diagnostic) -> Chart {
    switch from.count {
    case 1: return curve
    case 2: return contours
    default: throw .stepNeedsTwo(from.count)
    }
  }

  private func loss(_ point: [Double]) -> Double { experiment.problem.objective.loss(at: point) }

  private func name(_ parameter: Int) -> String {
    experiment.problem.parameters.name(of: parameter)
  }

  /// The longest step, so that each can be seen.
  private var reach: Double {
    var reach = 0.0
    for update in updates {
      for (start, end) in zip(from, update.to) where end.isFinite {
        reach = max(reach, abs(end - start))
      }
    }
    return reach > 0 ? reach : 1
  }

  private var curve: Chart {
    let ends = updates.map { $0.to[0] }.filter { $0.isFinite } + from
    let low = (ends.min() ?? from[0]) - 0.75 * reach
    let high = (ends.max() ?? from[0]) + 0.75 * reach
    let x = (0...PlotBuilder.samples).map { index in
      low + (high - low) * Double(index) / Double(PlotBuilder.samples)
    }
    let heights = x.map { loss([$0]) }
    let finite = heights.filter { $0.isFinite }
    let bottom = finite.min() ?? loss
    let top = max(finite.max() ?? loss, bottom + 1e-9)
    let air = 0.1 * (top - bottom)
    var layers: [Layer] = [
      .line(Series("loss", x: x, y: heights)),
      .line(
        Series(
          "tangent",
          x: [low, high],
          y: [low, high].map { loss + slopes[0] * ($0 - from[0]) }
        )
      ),
    ]
    for update in updates where update.to[0].isFinite {
      let end = (x: update.to[0], y: loss(update.to))
      layers.append(
        .line(
          arrow(update.label, to: end, head: (0.03 * (high - low), 0.06 * (top - bottom)))
        )
      )
    }
    var chart = Chart(
      title: "the next update of \(name(0))",
      x: Axis(name(0), limits: Axis.Limits(low, high)),
      layers: layers
    )
    chart.y.limits = Axis.Limits(bottom - air, top + air)
    return chart
  }

  /// A line from where the parameter is to where it will be, with a head.
  private func arrow(
    _ label: String,
    to end: (x: Double, y: Double),
    head: (width: Double, height: Double)
  ) -> Series {
    let (dx, dy) = ((end.x - from[0]) / head.width, (end.y - loss) / head.height)
    let length = max(Double.root(dx * dx + dy * dy), 1e-300)
    let (along, across) = ((dx / length, dy / length), (-dy / length, dx / length))
    func side(_ sign: Double) -> (x: Double, y: Double) {
      (
        end.x - head.width * (along.0 - 0.5 * sign * across.0),
        end.y - head.height * (along.1 - 0.5 * sign * across.1)
      )
    }
    let points = [(x: from[0], y: loss), end, side(1), end, side(-1)]
    return Series(label, x: points.map { $0.x }, y: points.map { $0.y })
  }

  private var contours: Chart {
    let reach = reach
    var window: [Axis.Limits] = []
    for axis in 0..<2 {
      let ends = updates.map { $0.to[axis] }.filter { $0.isFinite } + [from[axis]]
      window.append(
        Axis.Limits((ends.min() ?? 0) - 0.8 * reach, (ends.max() ?? 0) + 0.8 * reach)
      )
    }
    let field = Field("loss", x: window[0], y: window[1]) { x, y in loss([x, y]) }
    // As long as the longest step: its length says how steep it is, not how far to go.
    let steepness = max(abs(slopes[0]), abs(slopes[1]))
    let down = steepness > 0 ? slopes.map { 0.7 * reach * -$0 / steepness } : [0, 0]
    var layers: [Layer] = [.contours(field)]
    func add(_ label: String, _ end: [Double]) {
      let series = Series(label, x: [from[0], end[0]], y: [from[1], end[1]])
      layers.append(.path(Path(series, firstStep: experiment.t)))
    }
    add("straight down", [from[0] + down[0], from[1] + down[1]])
    for update in updates { add(update.label, update.to) }
    return Chart(
      title: "the next update",
      x: Axis(name(0)),
      y: Axis(name(1)),
      layers: layers
    )
  }
}
