import Formulas
import Optimizers

/// What there is one of for each parameter, as a formula.
struct Formula: Number {
  typealias C = FormulaConstant

  let leaf: Leaf

  init(_ leaf: Leaf) { self.leaf = leaf }

  init(_ constant: C) { leaf = constant.leaf }

  static prefix func - (a: Self) -> Self { Self(.negate(a.leaf)) }
  static func + (a: Self, b: Self) -> Self { Self(.join(.add, a.leaf, b.leaf)) }
  static func - (a: Self, b: Self) -> Self { Self(.join(.subtract, a.leaf, b.leaf)) }
  static func * (a: Self, b: Self) -> Self { Self(.join(.multiply, a.leaf, b.leaf)) }
  static func / (a: Self, b: Self) -> Self { Self(.join(.divide, a.leaf, b.leaf)) }
  static func + (a: Self, b: C) -> Self { Self(.join(.add, a.leaf, b.leaf)) }
  static func - (a: Self, b: C) -> Self { Self(.join(.subtract, a.leaf, b.leaf)) }
  static func * (a: C, b: Self) -> Self { Self(.join(.multiply, a.leaf, b.leaf)) }
  static func * (a: Self, b: C) -> Self { Self(.join(.multiply, a.leaf, b.leaf)) }
  static func / (a: Self, b: C) -> Self { Self(.join(.divide, a.leaf, b.leaf)) }
  static func root(_ a: Self) -> Self { Self(.apply("sqrt", a.leaf)) }
  static func square(_ a: Self) -> Self { Self(.join(.power, a.leaf, Leaf(number: 2))) }
  static func size(_ a: Self) -> Self { Self(.apply("abs", a.leaf)) }
  static func sign(_ a: Self) -> Self { Self(.apply("sign", a.leaf)) }
  static func larger(_ a: Self, _ b: Self) -> Self { Self(.apply("max", a.leaf, b.leaf)) }
  static func smaller(_ a: Self, _ b: Self) -> Self { Self(.apply("min", a.leaf, b.leaf)) }
  static func above(_ x: Self, _ limit: C, _ a: Self, _ b: Self) -> Self {
    Self(.apply("where", .join(.greater, x.leaf, limit.leaf), a.leaf, b.leaf))
  }
  static func below(_ x: Self, _ limit: C, _ a: Self, _ b: Self) -> Self {
    Self(.apply("where", .join(.less, x.leaf, limit.leaf), a.leaf, b.leaf))
  }
  static func choose(
    _ condition: C,
    _ a: @autoclosure () -> Self,
    _ b: @autoclosure () -> Self
  ) -> Self {
    Self(.apply("where", condition.leaf, a().leaf, b().leaf))
  }
}
