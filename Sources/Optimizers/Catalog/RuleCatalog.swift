/// Every rule there is, from the simplest to the most elaborate.
public enum RuleCatalog {
  /// The entries, in the order in which help lists them.
  public static let entries: [OptimizerRule] = RuleName.allCases.map(entry)

  /// The names of all rules.
  public static var names: [String] { RuleName.allCases.map { $0.rawValue } }

  /// The entry of a rule.
  public static func entry(_ rule: RuleName) -> OptimizerRule {
    switch rule {
    case .gd: .gd
    case .momentum: .momentum
    case .adagrad: .adagrad
    case .rmsprop: .rmsprop
    case .adadelta: .adadelta
    case .adam: .adam
    case .adamw: .adamw
    case .amsgrad: .amsgrad
    case .nadam: .nadam
    case .adamax: .adamax
    case .radam: .radam
    case .lion: .lion
    }
  }

  /// The entry of a rule by its name.
  ///
  /// - Throws: ``HyperparameterError/unknownRule(_:known:)``.
  public static func entry(named name: String) throws(HyperparameterError) -> OptimizerRule {
    guard let rule = RuleName(rawValue: name) else { throw .unknownRule(name, known: names) }
    return entry(rule)
  }
}
