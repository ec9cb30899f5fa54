/// Arrays that do not fit together.
public enum ShapeError: Error, Equatable, Sendable {
  /// The gradient has not as many numbers as there are parameters.
  case gradient(count: Int, parameters: Int)
  /// The state was made for another number of parameters.
  case state(count: Int, parameters: Int)
  /// There are not as many arrays of gradients as there are arrays of parameters, or of groups.
  case gradientArrays(count: Int, parameters: Int)
  /// The state is another rule's; both by name, with dialect and mistake where they have them.
  case otherRule(String, expected: String)
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
    case .gradientArrays(let count, let parameters):
      "\(parameters) arrays of parameters, but \(count) of gradients"
    case .otherRule(let rule, let expected):
      "a state of \(rule), where the rule is \(expected)"
    case .savedState(let slots, let expected):
      "a saved state with \(slots) slots, where the rule has \(expected)"
    case .savedSlot(let name, let count, let expected):
      "saved slot '\(name)' has \(count) numbers, not \(expected)"
    }
  }
}
