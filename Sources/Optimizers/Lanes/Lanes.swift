/// Numbers of an update: a vector of neighbours, whose every operation is the machine's.
public struct Lanes<V: Vector>: Number {
  /// Constants are in double precision until they meet a vector.
  public typealias C = Double

  @usableFromInline var v: V

  @inlinable @inline(__always) init(_ v: V) { self.v = v }
  /// A constant, rounded once, in every place.
  @inlinable @inline(__always) public init(_ constant: Double) { v = V(all: constant) }

  /// The numbers with the other sign.
  @inlinable @inline(__always)
  public static prefix func - (a: Self) -> Self { Self(V.times(V(all: -1), a.v)) }
  /// The sums.
  @inlinable @inline(__always)
  public static func + (a: Self, b: Self) -> Self { Self(V.plus(a.v, b.v)) }
  /// The differences.
  @inlinable @inline(__always)
  public static func - (a: Self, b: Self) -> Self { Self(V.minus(a.v, b.v)) }
  /// The products.
  @inlinable @inline(__always)
  public static func * (a: Self, b: Self) -> Self { Self(V.times(a.v, b.v)) }
  /// The quotients.
  @inlinable @inline(__always)
  public static func / (a: Self, b: Self) -> Self { Self(V.over(a.v, b.v)) }
  /// The sums with a constant.
  @inlinable @inline(__always)
  public static func + (a: Self, b: Double) -> Self { a + Self(b) }
  /// The differences to a constant.
  @inlinable @inline(__always)
  public static func - (a: Self, b: Double) -> Self { a - Self(b) }
  /// The products with a constant.
  @inlinable @inline(__always)
  public static func * (a: Double, b: Self) -> Self { Self(a) * b }
  /// The products with a constant, written behind.
  @inlinable @inline(__always)
  public static func * (a: Self, b: Double) -> Self { a * Self(b) }
  /// The quotients by a constant.
  @inlinable @inline(__always)
  public static func / (a: Self, b: Double) -> Self { a / Self(b) }

  /// The square roots.
  @inlinable @inline(__always)
  public static func root(_ a: Self) -> Self { Self(V.root(a.v)) }
  /// The squares.
  @inlinable @inline(__always)
  public static func square(_ a: Self) -> Self { a * a }
  /// The distances from 0.
  @inlinable @inline(__always)
  public static func size(_ a: Self) -> Self { Self(V.size(a.v)) }

  /// 1 above 0, -1 below it; 0 and not-a-number stay.
  @inlinable @inline(__always)
  public static func sign(_ a: Self) -> Self {
    let zero = V(all: 0)
    return Self(V.above(a.v, zero, V(all: 1), V.above(zero, a.v, V(all: -1), a.v)))
  }

  /// The larger of each two; not-a-number if either is.
  @inlinable @inline(__always)
  public static func larger(_ a: Self, _ b: Self) -> Self {
    Self(V.number(a.v, V.above(a.v, b.v, a.v, b.v), a.v))
  }

  /// The smaller of each two; not-a-number if either is.
  @inlinable @inline(__always)
  public static func smaller(_ a: Self, _ b: Self) -> Self {
    Self(V.number(a.v, V.above(b.v, a.v, a.v, b.v), a.v))
  }

  /// Where x is above a constant, a; else b.
  @inlinable @inline(__always)
  public static func above(_ x: Self, _ limit: Double, _ a: Self, _ b: Self) -> Self {
    Self(V.above(x.v, V(all: limit), a.v, b.v))
  }

  /// Where x is below a constant, a; else b.
  @inlinable @inline(__always)
  public static func below(_ x: Self, _ limit: Double, _ a: Self, _ b: Self) -> Self {
    Self(V.above(V(all: limit), x.v, a.v, b.v))
  }

  /// The first where the condition holds, else the second; only one is computed.
  @inlinable @inline(__always)
  public static func choose(
    _ condition: Bool,
    _ a: @autoclosure () -> Self,
    _ b: @autoclosure () -> Self
  ) -> Self {
    condition ? a() : b()
  }
}
