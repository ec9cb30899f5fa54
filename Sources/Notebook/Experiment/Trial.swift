import Formulas

/// One run of a problem, looked at in even moments: what `tune` and `compare ... seeds` are made of.
struct Trial: Sendable {
  private(set) var experiment: Experiment
  private var engine: Engine?
  private let updates: Int
  private let moments: Int
  /// The loss at the start and at each moment after it, as far as the run has come.
  private(set) var losses: [Double] = []
  private(set) var stop: Experiment.Stop?

  /// Without a history only the start and the present are kept.
  init(
    _ problem: Problem,
    _ choice: OptimizerChoice,
    updates: Int,
    moments: Int = 1,
    keepsHistory: Bool = false
  ) throws(Diagnostic) {
    self.updates = updates
    self.moments = moments
    experiment = try Experiment(problem, choice)
    if !keepsHistory { experiment.forgetPast() }
  }

  /// The update of a moment; the last is the end.
  static func time(of moment: Int, _ moments: Int, _ updates: Int) -> Int {
    // The product may not fit a 32-bit integer.
    moment == moments ? updates : Int(Double(moment) * Double(updates) / Double(moments))
  }

  var isDone: Bool { stop != nil || losses.count > moments }

  /// The loss at the end; infinite where the run left the range of numbers or was stopped.
  var lastLoss: Double {
    guard losses.count > moments, let last = losses.last, !last.isNaN else { return .infinity }
    return last
  }

  /// Goes on to the next moment at most; returns the updates' cost.
  mutating func advance(budget: Int) -> Int {
    let objective = experiment.problem.objective
    let next = Self.time(of: losses.count, moments, updates)
    let count = min(max(budget / objective.updateCost, 1), next - experiment.t)
    let isThere = experiment.t + count == next
    if count > 0 {
      stop = experiment.advance(count, with: &engine, isLast: isThere && next == updates)
    }
    if isThere, experiment.t == next { losses.append(objective.loss(at: experiment.point)) }
    return max(count, 1) * objective.updateCost
  }
}
