import Arithmetic
import Formulas

/// An experiment at one time: what its live names are worth then.
struct Moment: Sendable {
  let problem: Problem
  /// The optimizer in force for the update that led here (for the first update, at the start).
  let choice: OptimizerChoice?
  let t: Int
  let state: [Double]
  /// The derived quantities of the update that led here; nil before the first.
  let trace: [Double]?

  var point: [Double] { Array(state[0..<problem.parameters.count]) }

  /// Whether there is such a value yet: `v_hat` is none before the first update.
  func hasValue(of quantity: LiveQuantity) -> Bool {
    switch quantity {
    case .derived, .derivedPart: trace != nil
    case .slot, .slotPart, .setting: choice != nil
    case .parameter, .gradient, .time, .epoch, .measure: true
    }
  }

  /// nil where there is no such value yet.
  func value(of quantity: LiveQuantity) -> Value? {
    let parameters = problem.parameters
    let count = parameters.count
    switch quantity {
    case .parameter(let part): return parameters.value(of: part, in: state)
    case .gradient(let part):
      return parameters.value(of: part, in: problem.lossAndGradient(at: point, t: t).gradient)
    case .measure(let measure):
      return .number(problem.objective.value(of: measure, at: point))
    case .time: return .number(Double(t))
    case .epoch: return .number(Double(problem.objective.epoch(ofUpdate: t)))
    case .slot(let slot):
      guard let choice else { return nil }
      let offset = choice.program.slotOffset(slot, count)
      if choice.program.sheet.slots[slot].isScalar || count == 1 { return .number(state[offset]) }
      return .series(Array(state[offset..<offset + count]))
    case .slotPart(let slot, let part):
      guard let choice else { return nil }
      return parameters.value(of: part, in: state, from: choice.program.slotOffset(slot, count))
    case .derived(let index):
      guard let trace else { return nil }
      if count == 1 { return .number(trace[index]) }
      return .series(Array(trace[index * count..<(index + 1) * count]))
    case .derivedPart(let index, let part):
      return trace.map { parameters.value(of: part, in: $0, from: index * count) }
    case .setting(let index):
      // At the start the value that the first update will use.
      let update = max(t, 1)
      let epoch = Double(problem.objective.epoch(ofUpdate: update))
      return choice.map { .number($0.schedules[index].value(t: update, epoch: epoch)) }
    }
  }
}
