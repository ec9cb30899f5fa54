/// What there is one of for each parameter: on numbers a vector of them, on formulas a name or what
/// is made of names.
///
/// It has no literals, so that a written number is a ``Constant``.
public protocol Number {
  /// The constants it goes with.
  associatedtype C: Constant

  /// A constant as a number of its own.
  init(_ constant: C)
  /// The number with the other sign.
  static prefix func - (a: Self) -> Self
  /// The sum.
  static func + (a: Self, b: Self) -> Self
  /// The difference.
  static func - (a: Self, b: Self) -> Self
  /// The product.
  static func * (a: Self, b: Self) -> Self
  /// The quotient.
  static func / (a: Self, b: Self) -> Self
  /// The sum with a constant.
  static func + (a: Self, b: C) -> Self
  /// The difference to a constant.
  static func - (a: Self, b: C) -> Self
  /// The product with a constant.
  static func * (a: C, b: Self) -> Self
  /// The product with a constant, written behind.
  static func * (a: Self, b: C) -> Self
  /// The quotient by a constant.
  static func / (a: Self, b: C) -> Self

  /// The square root.
  static func root(_ a: Self) -> Self
  /// The number times itself.
  static func square(_ a: Self) -> Self
  /// The distance from 0.
  static func size(_ a: Self) -> Self
  /// 1 above 0, -1 below it; 0 and not-a-number stay.
  static func sign(_ a: Self) -> Self
  /// The larger; not-a-number if either is.
  static func larger(_ a: Self, _ b: Self) -> Self
  /// The smaller; not-a-number if either is.
  static func smaller(_ a: Self, _ b: Self) -> Self
  /// Where the first is above a constant, a; else b. It may differ from parameter to parameter.
  static func above(_ x: Self, _ limit: C, _ a: Self, _ b: Self) -> Self
  /// Where the first is below a constant, a; else b.
  static func below(_ x: Self, _ limit: C, _ a: Self, _ b: Self) -> Self
  /// The first where the condition holds, else the second. It is the same for all parameters, so on
  /// numbers only one is computed.
  static func choose(
    _ condition: C.Condition,
    _ a: @autoclosure () -> Self,
    _ b: @autoclosure () -> Self
  ) -> Self
}
