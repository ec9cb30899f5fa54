/// Arrays that do not fit together.
public enum ShapeError: Error, Equatable, Sendable {
  /// The gradient has not as many numbers as there are parameters.
  case gradient(count: Int, parameters: Int)
  /// The state was made for another number of parameters.
  case state(count: Int, parameters: Int)
  /// The state was made by another rule, with other slots.
  case otherRule(slots: Int, expected: Int)
  /// A saved state has not as many slots as the rule (or a negative `t`).
  case savedState(slots: Int, expected: Int)
  /// A saved slot has not as many numbers as the rule needs.
  case savedSlot(String, count: Int, expected: Int)

  /// What is wrong, in words.
  public var message: String {
    switch self {
    case .gradient(let count, let parameters):
      "\(parameters) parameters, but a gradient of \(count)"
    case .state(let count, let parameters):
      "\(parameters) parameters, but a state for \(count)"
    case .otherRule(let slots, let expected):
      "a state with \(slots) slots, where the rule has \(expected)"
    case .savedState(let slots, let expected):
      "a saved state with \(slots) slots, where the rule has \(expected)"
    case .savedSlot(let name, let count, let expected):
      "saved slot '\(name)' has \(count) numbers, not \(expected)"
    }
  }
}
