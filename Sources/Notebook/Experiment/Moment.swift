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

  /// nil where there is no such value yet, as `v_hat` before the first update.
  func value(of quantity: LiveQuantity) -> Value? {
    let count = problem.parameters.count
    switch quantity {
    case .parameter(let index): return .number(state[index])
    case .gradient(let index):
      return .number(problem.lossAndGradient(at: point, t: t).gradient[index])
    case .loss: return .number(problem.objective.loss(at: point))
    case .time: return .number(Double(t))
    case .epoch: return .number(0)
    case .slot(let slot):
      guard let choice else { return nil }
      let offset = choice.program.slotOffset(slot, count)
      if choice.program.sheet.slots[slot].isScalar || count == 1 { return .number(state[offset]) }
      return .series(Array(state[offset..<offset + count]))
    case .slotComponent(let slot, let component):
      guard let choice else { return nil }
      return .number(state[choice.program.slotOffset(slot, count) + component])
    case .derived(let index):
      guard let trace else { return nil }
      if count == 1 { return .number(trace[index]) }
      return .series(Array(trace[index * count..<(index + 1) * count]))
    case .derivedComponent(let index, let component):
      return trace.map { .number($0[index * count + component]) }
    case .setting(let index):
      return choice.map { .number($0.schedules[index].value(t: max(t, 1), epoch: 0)) }
    }
  }

  /// The value as one number, where it is one; the quick way for columns that are a single name.
  func number(of quantity: LiveQuantity) -> Double? {
    value(of: quantity)?.number
  }
}
