import Arithmetic
import Formulas

/// One of the names an experiment makes live.
enum LiveQuantity: Equatable, Sendable {
  /// A part of the parameters.
  case parameter(Int)
  case gradient(Int)
  case slot(Int)
  /// What a slot holds for one part of the parameters.
  case slotPart(Int, Int)
  /// Computed by an update, not remembered: `v_hat`. By name, as a setting is, because `set` may
  /// have changed which there are.
  case derived(String)
  case derivedPart(String, Int)
  case setting(String)
  case time
  case epoch
  case measure(Measure)
}

/// The names of an experiment and what they stand for.
struct LiveQuantities: Sendable {
  private var entries: [(name: String, quantity: LiveQuantity)] = []
  private var index: [String: Int] = [:]

  var names: [String] { entries.map { $0.name } }

  func quantity(_ name: String) -> LiveQuantity? {
    index[name].map { entries[$0].quantity }
  }

  init(_ problem: Problem, _ choice: OptimizerChoice?) throws(Diagnostic) {
    let parameters = problem.parameters.names
    for (position, name) in parameters.enumerated() { try add(name, .parameter(position)) }
    for (position, name) in parameters.enumerated() { try add("d\(name)", .gradient(position)) }
    try add("t", .time)
    try add("epoch", .epoch)
    for measure in problem.objective.measures { try add(measure.rawValue, .measure(measure)) }
    guard let choice else { return }
    let sheet = choice.program.sheet
    for (position, slot) in sheet.slots.enumerated() {
      try add(slot.name, .slot(position))
      if slot.isScalar { continue }
      for (part, parameter) in parameters.enumerated() {
        try add("\(slot.name).\(parameter)", .slotPart(position, part))
      }
    }
    for name in choice.derived {
      try add(name, .derived(name))
      if choice.program.derivedShared.contains(name) { continue }
      for (part, parameter) in parameters.enumerated() {
        try add("\(name).\(parameter)", .derivedPart(name, part))
      }
    }
    for schedule in choice.schedules {
      try add(schedule.name, .setting(schedule.name))
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
