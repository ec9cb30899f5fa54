/// A rule of the catalog.
protocol BuiltInRule: Rule {
  /// The rule with these settings.
  init(_ settings: RuleSettings)
  /// What the catalog says of it and of its relatives.
  static var entries: [OptimizerRule] { get }

  /// Whether some of its updates can be made with the machine's widest instructions.
  static var hasWide: Bool { get }
  /// Makes an update so; false, with nothing done, where it cannot be.
  func makeWide<Scalar: OptimizerScalar>(
    _ arrays: UpdateArrays<Scalar>,
    t: Double,
    alpha: Double
  ) -> Bool
}

extension BuiltInRule {
  static var hasWide: Bool { false }

  func makeWide<Scalar: OptimizerScalar>(
    _ arrays: UpdateArrays<Scalar>,
    t: Double,
    alpha: Double
  ) -> Bool {
    false
  }
}

/// Who goes through all rules, each with its own type.
protocol RuleVisitor {
  mutating func visit<R: BuiltInRule>(_: R.Type)
}

/// Every rule there is, from the simplest to the most elaborate: the order in which help lists them.
func visitRules<Visitor: RuleVisitor>(_ visitor: inout Visitor) {
  visitor.visit(GradientDescent.self)
  visitor.visit(Momentum.self)
  visitor.visit(AdaGrad.self)
  visitor.visit(RMSProp.self)
  visitor.visit(AdaDelta.self)
  visitor.visit(Adam.self)
  visitor.visit(NAdam.self)
  visitor.visit(AdaMax.self)
  visitor.visit(RAdam.self)
  visitor.visit(Lion.self)
  visitor.visit(Yogi.self)
  visitor.visit(AdaBelief.self)
  visitor.visit(Adan.self)
  visitor.visit(Rprop.self)
  visitor.visit(Lamb.self)
}
