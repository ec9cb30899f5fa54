import Arithmetic
import Formulas

/// One of the names an experiment makes live.
enum LiveQuantity: Equatable, Sendable {
  case parameter(Int)
  case gradient(Int)
  case slot(Int)
  case slotComponent(Int, Int)
  /// Computed by an update, not remembered: `v_hat`.
  case derived(Int)
  case derivedComponent(Int, Int)
  case setting(Int)
  case time
  case epoch
  case loss
}

/// The names of an experiment and what they stand for.
struct LiveQuantities: Sendable {
  private var entries: [(name: String, quantity: LiveQuantity)] = []
  private var index: [String: Int] = [:]

  var names: [String] { entries.map { $0.name } }

  func quantity(_ name: String) -> LiveQuantity? {
    index[name].map { entries[$0].quantity }
  }

  init(parameters: [String], choice: OptimizerChoice?) throws(Diagnostic) {
    for (position, name) in parameters.enumerated() { try add(name, .parameter(position)) }
    for (position, name) in parameters.enumerated() { try add("d\(name)", .gradient(position)) }
    for (name, quantity) in [("t", LiveQuantity.time), ("epoch", .epoch), ("loss", .loss)] {
      try add(name, quantity)
    }
    guard let choice else { return }
    let sheet = choice.program.sheet
    for (position, slot) in sheet.slots.enumerated() {
      try add(slot.name, .slot(position))
      if slot.isScalar { continue }
      for (component, parameter) in parameters.enumerated() {
        try add("\(slot.name).\(parameter)", .slotComponent(position, component))
      }
    }
    for (position, name) in choice.derived.enumerated() {
      try add(name, .derived(position))
      for (component, parameter) in parameters.enumerated() {
        try add("\(name).\(parameter)", .derivedComponent(position, component))
      }
    }
    for (position, schedule) in choice.schedules.enumerated() {
      try add(schedule.name, .setting(position))
    }
  }

  private mutating func add(_ name: String, _ quantity: LiveQuantity) throws(Diagnostic) {
    if let taken = index[name] {
      throw .collision(name, entries[taken].quantity, quantity)
    }
    index[name] = entries.count
    entries.append((name, quantity))
  }
}
