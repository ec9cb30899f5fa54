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
  /// The optimizer that `set` has made since: its settings are the ones in force.
  var changed: OptimizerChoice?

  var point: [Double] { Array(state[0..<problem.parameters.count]) }

  /// Whether there is such a value yet: `v_hat` is none before the first update.
  func hasValue(of quantity: LiveQuantity) -> Bool {
    switch quantity {
    case .derived, .derivedPart: trace != nil
    case .slot, .slotPart, .setting: choice != nil
    case .parameter, .gradient, .time, .epoch, .measure: true
    }
  }

  /// Whether the update used a value that it computed: not where it is no number and all parameters
  /// are, as RAdam's r in its first updates.
  func uses(_ quantity: LiveQuantity, _ value: Value) -> Bool {
    switch (quantity, value) {
    case (.derived, .number(let number)), (.derivedPart, .number(let number)):
      !number.isNaN || point.contains { !$0.isFinite }
    default: true
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
    case .derived(let name):
      guard let trace, let index = choice?.derived.firstIndex(of: name) else { return nil }
      if count == 1 || choice?.program.derivedShared.contains(name) == true {
        return .number(trace[index * count])
      }
      return .series(Array(trace[index * count..<(index + 1) * count]))
    case .derivedPart(let name, let part):
      guard let trace, let index = choice?.derived.firstIndex(of: name) else { return nil }
      return parameters.value(of: part, in: trace, from: index * count)
    case .setting(let name):
      guard let schedule = (changed ?? choice)?.schedules.first(where: { $0.name == name }) else {
        return nil
      }
      // At the start, and after a `set`, the value that the next update will use.
      let update = changed == nil ? max(t, 1) : t + 1
      let epoch = Double(problem.objective.epoch(ofUpdate: update))
      return .number(schedule.value(t: update, epoch: epoch))
    }
  }
}
