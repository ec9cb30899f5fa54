internal import Arithmetic

/// A setting, `t`, or what is made of these alone.
///
/// On numbers it is always a `Double`, rounded once where it meets a parameter: near 1 a `Float`
/// would have lost most of `1 - beta`. On formulas it is printed as it is written.
public protocol Constant: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// What a comparison gives.
  associatedtype Condition

  /// The sum.
  static func + (a: Self, b: Self) -> Self
  /// The difference.
  static func - (a: Self, b: Self) -> Self
  /// The product.
  static func * (a: Self, b: Self) -> Self
  /// The quotient.
  static func / (a: Self, b: Self) -> Self
  /// Whether the first is larger.
  static func > (a: Self, b: Self) -> Condition
  /// Whether the first is no smaller.
  static func >= (a: Self, b: Self) -> Condition
  /// The larger.
  static func larger(_ a: Self, _ b: Self) -> Self
  /// The smaller.
  static func smaller(_ a: Self, _ b: Self) -> Self
  /// The first where the condition holds, else the second.
  static func choose(_ condition: Condition, _ a: Self, _ b: Self) -> Self
  /// The square root.
  static func root(_ a: Self) -> Self
  /// A constant to the power of another.
  static func power(_ base: Self, _ exponent: Self) -> Self
}

extension Double: Constant {
  /// A comparison of numbers is decided.
  public typealias Condition = Bool

  /// The larger; not-a-number if either is.
  public static func larger(_ a: Double, _ b: Double) -> Double { a > b || a.isNaN ? a : b }
  /// The smaller; not-a-number if either is.
  public static func smaller(_ a: Double, _ b: Double) -> Double { a < b || a.isNaN ? a : b }
  /// The first where the condition holds, else the second.
  public static func choose(_ condition: Bool, _ a: Double, _ b: Double) -> Double {
    condition ? a : b
  }
}
