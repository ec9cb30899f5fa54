import Arithmetic
import Formulas

/// Where a run left the range of numbers: the first quantity that did, by which operation, and what
/// helps against that.
struct Divergence {
  private let experiment: Experiment
  /// The update after which the run stopped.
  private let t: Int
  private let point: [Double]

  init(_ experiment: Experiment, at t: Int) {
    self.experiment = experiment
    self.t = t
    point = experiment.now.point
  }

  /// The whole note.
  var words: String {
    let state = experiment.now.state
    let count = point.count
    guard let wrong = state.indices.first(where: { !state[$0].isFinite }) else { return loss }
    if t < 1 { return left(name(wrong), state[wrong], nil, at: t, tooLarge) }
    let before = experiment.point(at: t - 1)
    let gradient = experiment.problem.lossAndGradient(at: before, t: t - 1).gradient
    if let index = gradient.indices.first(where: { !gradient[$0].isFinite }) {
      return slope(index, gradient[index], before)
    }
    return update(of: wrong < count ? wrong : (wrong - count) % count, state[wrong])
  }

  /// The state is finite, the loss there is not.
  private var loss: String {
    let problem = experiment.problem
    let (value, complaint) =
      problem.objective.formula.map { $0.value(of: $0.loss, at: point) } ?? (.nan, nil)
    if isOverflow(complaint) {
      let start = problem.objective.loss(at: problem.start)
      let last = t > 0 ? problem.objective.loss(at: experiment.point(at: t - 1)) : start
      let isFalling = value == -.infinity || (last < 0 && last < start)
      return left("loss", value, complaint, at: t, isFalling ? unbounded : tooLarge)
    }
    if complaint == nil { return left("loss", value, nil, at: t, tooLarge) }
    return left(
      "loss",
      value,
      complaint,
      at: t,
      "there is no loss at \(place(point)); "
        + (t > 0 ? "try a smaller alpha from the start, or back to look" : "start somewhere else")
    )
  }

  /// The gradient that the last update used is not finite.
  private func slope(_ index: Int, _ value: Double, _ before: [Double]) -> String {
    let formula = experiment.problem.objective.formula
    return left(
      "d\(name(index))",
      value,
      formula?.value(of: formula?.gradient[index] ?? .constant(.nan), at: before).complaint,
      at: t - 1,
      "there is no slope at \(place(before)); start somewhere else"
        + (t > 1 ? ", or try a smaller alpha" : "")
    )
  }

  /// The first line of the rule that is not finite, given a gradient that is.
  private func update(of parameter: Int, _ value: Double) -> String {
    guard let lines = try? Explanation(experiment, t, digits: 6).lines(of: parameter),
      let line = lines.first(where: { !$0.value.isFinite })
    else { return left(name(parameter), value, nil, at: t, tooLarge) }
    let own = name(parameter)
    if line.name == own, isOverflow(line.complaint) {
      return left(own, line.value, line.complaint, at: t, tooLarge)
    }
    return left(
      line.name == own ? own : "\(line.name).\(own)",
      line.value,
      line.complaint,
      at: t,
      isOverflow(line.complaint)
        ? "minimize a small share of this loss, such as 1e-100 times it"
        : "explain \(own) shows where, back undoes it"
    )
  }

  private var tooLarge: String {
    "alpha is too large for this slope; try a smaller one from the start (restart, then set "
      + "alpha=...), or back to look"
  }

  private var unbounded: String {
    "it has no lower bound; minimize a formula that has one, or back to look"
  }

  private func left(
    _ quantity: String,
    _ value: Double,
    _ complaint: String?,
    at t: Int,
    _ advice: String
  ) -> String {
    let what = value.isNaN ? "is not a number" : "left the range of numbers"
    let why = complaint.map { " (\(shortened($0)))" } ?? ""
    return "\(quantity) \(what) at step \(t)\(why): \(advice)"
  }

  private static let overflow = " is beyond the range of numbers"

  private func isOverflow(_ complaint: String?) -> Bool {
    complaint?.hasSuffix(Self.overflow) == true
  }

  private func shortened(_ complaint: String) -> String {
    guard isOverflow(complaint) else { return complaint }
    return "\(complaint.dropLast(Self.overflow.count)) is too large"
  }

  private func name(_ component: Int) -> String {
    experiment.problem.parameters.name(of: component % max(point.count, 1))
  }

  private func place(_ point: [Double]) -> String {
    let parts = point.indices.prefix(4).map { index in
      "\(name(index)) = \(NumberText.significant(point[index], 6))"
    }
    return parts.joined(separator: ", ") + (point.count > 4 ? " and so on" : "")
  }
}

extension Experiment {
  /// The parameters after update `t`.
  func point(at t: Int) -> [Double] { Array(state(at: t)[0..<problem.parameters.count]) }

  /// A second moment that is 0 although its gradient is not: the square is too small for a number.
  var vanishedMoment: String? {
    let parameters = problem.parameters
    guard t > 0, parameters.count < 64, let choice, choice.settings != nil,
      let slot = choice.program.sheet.slots.firstIndex(where: { $0.name == "s" && !$0.isScalar })
    else { return nil }
    let start = choice.program.slotOffset(slot, parameters.count)
    let gradient = problem.lossAndGradient(at: now.point, t: t).gradient
    for index in gradient.indices
    where timeline.state[start + index] == 0 && gradient[index] != 0 {
      let name = parameters.name(of: index)
      return
        "s.\(name) is 0, though d\(name) is \(NumberText.significant(gradient[index], 6)): its "
        + "square is too small for a number, so that eps alone divides; minimize a multiple of "
        + "this loss, such as 1e100 times it"
    }
    return nil
  }
}
