import Formulas
import Optimizers

/// A setting, `t`, or what is made of these, as a formula.
struct FormulaConstant: Constant {
  typealias Condition = FormulaConstant

  let leaf: Leaf

  init(_ leaf: Leaf) { self.leaf = leaf }
  init(floatLiteral value: Double) { leaf = Leaf(number: value) }
  init(integerLiteral value: Int) { leaf = Leaf(number: Double(value)) }

  static func + (a: Self, b: Self) -> Self { Self(.join(.add, a.leaf, b.leaf)) }
  static func - (a: Self, b: Self) -> Self { Self(.join(.subtract, a.leaf, b.leaf)) }
  static func * (a: Self, b: Self) -> Self { Self(.join(.multiply, a.leaf, b.leaf)) }
  static func / (a: Self, b: Self) -> Self { Self(.join(.divide, a.leaf, b.leaf)) }
  static func > (a: Self, b: Self) -> Self { Self(.join(.greater, a.leaf, b.leaf)) }
  static func >= (a: Self, b: Self) -> Self { Self(.join(.greaterOrEqual, a.leaf, b.leaf)) }
  static func larger(_ a: Self, _ b: Self) -> Self { Self(.apply("max", a.leaf, b.leaf)) }
  static func smaller(_ a: Self, _ b: Self) -> Self { Self(.apply("min", a.leaf, b.leaf)) }
  static func choose(_ condition: Self, _ a: Self, _ b: Self) -> Self {
    Self(.apply("where", condition.leaf, a.leaf, b.leaf))
  }
  static func root(_ a: Self) -> Self { Self(.apply("sqrt", a.leaf)) }
  static func power(_ a: Self, _ b: Self) -> Self { Self(.join(.power, a.leaf, b.leaf)) }
}
