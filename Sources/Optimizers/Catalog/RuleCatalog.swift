/// Every rule there is, from the simplest to the most elaborate.
public enum RuleCatalog {
  /// The entries, in the order in which help lists them.
  public static let entries: [OptimizerRule] = {
    var collector = Collector()
    visitRules(&collector)
    return collector.entries
  }()

  /// The names of all rules.
  public static var names: [String] { entries.map { $0.name } }

  /// The entry of a rule by its name.
  ///
  /// - Throws: ``HyperparameterError/unknownRule(_:known:)``.
  public static func entry(named name: String) throws(HyperparameterError) -> OptimizerRule {
    guard let entry = known(name) else { throw .unknownRule(name, known: names) }
    return entry
  }

  static func known(_ name: String) -> OptimizerRule? { entries.first { $0.name == name } }

  private struct Collector: RuleVisitor {
    var entries: [OptimizerRule] = []
    mutating func visit<R: BuiltInRule>(_: R.Type) { entries += R.entries }
  }
}
