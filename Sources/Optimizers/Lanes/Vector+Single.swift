#if arch(wasm32)
public import Arithmetic

// The browser's engine takes numbers one by one: it is smaller so, and its runs are small.
extension Vector where Self: OptimizerScalar, Scalar == Self {
  /// One.
  public static var lanes: Int { 1 }
  /// A constant, rounded once.
  public init(all value: Double) { self.init(value) }
  /// The number there.
  public init(at place: UnsafePointer<Self>) { self = place[0] }
  /// Puts the number there.
  public func store(at place: UnsafeMutablePointer<Self>) { place[0] = self }
  /// The sum.
  public static func plus(_ a: Self, _ b: Self) -> Self { a + b }
  /// The difference.
  public static func minus(_ a: Self, _ b: Self) -> Self { a - b }
  /// The product.
  public static func times(_ a: Self, _ b: Self) -> Self { a * b }
  /// The quotient.
  public static func over(_ a: Self, _ b: Self) -> Self { a / b }
  /// The distance from 0.
  public static func size(_ a: Self) -> Self { abs(a) }
  /// Where x is above y, a; else b.
  public static func above(_ x: Self, _ y: Self, _ a: Self, _ b: Self) -> Self { x > y ? a : b }
  /// Where x is a number, a; else b.
  public static func number(_ x: Self, _ a: Self, _ b: Self) -> Self { x == x ? a : b }
}

extension Float: Vector, OptimizerScalar {
  /// One number.
  public typealias Pack = Float
}
extension Double: Vector, OptimizerScalar {
  /// One number.
  public typealias Pack = Double
}
#endif
