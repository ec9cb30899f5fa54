/// What there is one of for each parameter: on numbers a vector of them, on formulas a name or what
/// is made of names.
///
/// It has no literals, so that a written number is a ``Constant``.
public protocol Number {
  /// The constants it goes with.
  associatedtype C: Constant

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
  /// The first where the condition holds, else the second. It is the same for all parameters, so on
  /// numbers only one is computed.
  static func choose(
    _ condition: C.Condition,
    _ a: @autoclosure () -> Self,
    _ b: @autoclosure () -> Self
  ) -> Self
}
