#if !arch(wasm32)
public import Arithmetic
public import CVector

extension Vector where Self: SIMD, Scalar: OptimizerScalar {
  /// How many there are.
  @inlinable @inline(__always) public static var lanes: Int { scalarCount }

  /// A constant, rounded once, in every place.
  @inlinable @inline(__always) public init(all value: Double) {
    self.init(repeating: Scalar(value))
  }

  /// The numbers that begin there.
  @inlinable @inline(__always) public init(at place: UnsafePointer<Scalar>) {
    self = UnsafeRawPointer(place).loadUnaligned(as: Self.self)
  }

  /// Puts the numbers there.
  @inlinable @inline(__always) public func store(at place: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Self.self)
  }

  /// The sums.
  @inlinable @inline(__always) public static func plus(_ a: Self, _ b: Self) -> Self { a + b }
  /// The differences.
  @inlinable @inline(__always) public static func minus(_ a: Self, _ b: Self) -> Self { a - b }
  /// The products.
  @inlinable @inline(__always) public static func times(_ a: Self, _ b: Self) -> Self { a * b }
  /// The quotients.
  @inlinable @inline(__always) public static func over(_ a: Self, _ b: Self) -> Self { a / b }
}

extension SIMD8: Vector where Scalar == Float {
  /// The square roots.
  @inlinable @inline(__always) public static func root(_ a: Self) -> Self { descent_float8_root(a) }
  /// The distances from 0.
  @inlinable @inline(__always) public static func size(_ a: Self) -> Self { descent_float8_size(a) }
  /// Where x is above y, a; else b.
  @inlinable @inline(__always)
  public static func above(_ x: Self, _ y: Self, _ a: Self, _ b: Self) -> Self {
    descent_float8_above(x, y, a, b)
  }
  /// Where x is a number, a; else b.
  @inlinable @inline(__always)
  public static func number(_ x: Self, _ a: Self, _ b: Self) -> Self {
    descent_float8_number(x, a, b)
  }
}

extension SIMD4: Vector where Scalar == Double {
  /// The square roots.
  @inlinable @inline(__always) public static func root(_ a: Self) -> Self {
    descent_double4_root(a)
  }
  /// The distances from 0.
  @inlinable @inline(__always) public static func size(_ a: Self) -> Self {
    descent_double4_size(a)
  }
  /// Where x is above y, a; else b.
  @inlinable @inline(__always)
  public static func above(_ x: Self, _ y: Self, _ a: Self, _ b: Self) -> Self {
    descent_double4_above(x, y, a, b)
  }
  /// Where x is a number, a; else b.
  @inlinable @inline(__always)
  public static func number(_ x: Self, _ a: Self, _ b: Self) -> Self {
    descent_double4_number(x, a, b)
  }
}

extension Float: OptimizerScalar {
  /// Eight: two vectors of the least machine, one of a wider.
  public typealias Pack = SIMD8<Float>
}

extension Double: OptimizerScalar {
  /// Four, of as many bytes.
  public typealias Pack = SIMD4<Double>
}
#endif
