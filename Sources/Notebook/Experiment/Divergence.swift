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
    point = experiment.point
  }

  /// The whole note.
  var words: String {
    let state = experiment.timeline.state
    let wrong = state[0..<experiment.watched].indices.first { !state[$0].isFinite }
    guard let wrong, t > 0 else { return loss }
    let before = experiment.point(at: t - 1)
    let gradient = experiment.problem.lossAndGradient(at: before, t: t - 1).gradient
    if let index = gradient.indices.first(where: { !gradient[$0].isFinite }) {
      return slope(index, gradient[index], before)
    }
    return update(of: wrong % point.count, state[wrong])
  }

  /// The state is finite, the loss there is not.
  private var loss: String {
    let objective = experiment.problem.objective
    let (value, complaint) =
      objective.formula.map { $0.value(of: $0.loss, at: point) } ?? (.nan, nil)
    let start = objective.loss(at: experiment.problem.start)
    let last = t > 0 ? objective.loss(at: experiment.point(at: t - 1)) : start
    if t > 0, !last.isFinite {
      return "loss is no finite number at step \(t) either: back looks where it left the range, "
        + "restart begins again"
    }
    if complaint == nil || isOverflow(complaint) {
      let isFalling = value == -.infinity || (last < 0 && last < start)
      return left("loss", value, complaint, at: t, isFalling ? unbounded : tooLarge)
    }
    let advice =
      t > 0 ? "try a smaller \(rate) from the start, or back to look" : "start somewhere else"
    return left("loss", value, complaint, at: t, "there is no loss at \(place(point)); \(advice)")
  }

  /// The gradient that the last update used is not finite.
  private func slope(_ index: Int, _ value: Double, _ before: [Double]) -> String {
    let formula = experiment.problem.objective.formula
    let complaint = formula?.value(of: formula?.gradient[index] ?? .constant(.nan), at: before)
      .complaint
    let name = "d\(name(index))"
    if complaint == nil || isOverflow(complaint) {
      return left(name, value, complaint, at: t - 1, t > 1 ? tooLarge : tooSteep)
    }
    return left(
      name,
      value,
      complaint,
      at: t - 1,
      "there is no slope at \(place(before)); start somewhere else"
        + (t > 1 ? ", or try a smaller \(rate)" : "")
    )
  }

  /// The first line of the rule that is not finite and that a later update reads, given a gradient
  /// that is; or the line it was made of.
  private func update(of parameter: Int, _ value: Double) -> String {
    let own = name(parameter)
    let slots = experiment.choice?.program.sheet.slots ?? []
    guard let lines = try? Explanation(experiment, t, digits: 6).lines(of: parameter),
      let place = lines.firstIndex(where: { line in
        !line.value.isFinite && (line.name == own || slots.contains { $0.name == line.name })
      })
    else { return left(own, value, nil, at: t, tooLarge) }
    let line =
      lines[place].complaint == nil
      ? lines[..<place].last { $0.complaint != nil && !$0.value.isFinite } ?? lines[place]
      : lines[place]
    let isShared = slots.contains { $0.name == line.name && $0.isScalar }
    let quantity = line.name == own || isShared ? line.name : "\(line.name).\(own)"
    let advice =
      !isOverflow(line.complaint)
      ? "explain \(own) shows where, back undoes it" : line.name == own ? tooLarge : tooSteep
    return left(quantity, line.value, line.complaint, at: t, advice)
  }

  /// What a smaller step is made with.
  private var rate: String {
    let hasAlpha = experiment.choice?.schedules.contains { $0.name == "alpha" } == true
    return hasAlpha ? "alpha" : "step"
  }

  private var tooLarge: String {
    if rate != "alpha" {
      return "the updates are too large for this slope; restart with smaller ones"
    }
    return "alpha is too large for this slope; try a smaller one from the start (restart, then set "
      + "alpha=...), or back to look"
  }

  private var tooSteep: String { "minimize a small share of this loss, such as 1e-100 times it" }

  private var unbounded: String {
    "it has no lower bound on this way; minimize a formula that has one, or back to look"
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
    experiment.problem.parameters.name(of: component)
  }

  private func place(_ point: [Double]) -> String {
    let parts = point.indices.prefix(4).map { index in
      "\(name(index)) = \(NumberText.shown(point[index], 6))"
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
    let gradient = problem.lossAndGradient(at: point, t: t).gradient
    for index in gradient.indices where timeline.state[start + index] == 0 {
      let value = gradient[index]
      guard value != 0, value * value == 0 else { continue }
      let name = parameters.name(of: index)
      return
        "s.\(name) is 0, though d\(name) is \(NumberText.shown(value, 6)): its square is too "
        + "small for a number; minimize a multiple of this loss, such as 1e100 times it"
    }
    return nil
  }
}
