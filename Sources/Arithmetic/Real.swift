public import CSquareRoot

/// A floating-point number of the machine: `Float` or `Double`.
///
/// The square root is the bare IEEE operation, which vectorises. Every other function is computed
/// in `Double` by `Elementary` and rounded once, so that the bits are the same on every target.
public protocol Real: BinaryFloatingPoint, Sendable {
  /// The square root, correctly rounded.
  static func root(_ x: Self) -> Self

  /// The same number as a `Double`, exactly.
  var widened: Double { get }
}

extension Float: Real {
  /// The square root, correctly rounded.
  @inlinable @inline(__always)
  public static func root(_ x: Float) -> Float { descent_square_root_float(x) }

  /// The same number as a `Double`, exactly.
  @inlinable @inline(__always)
  public var widened: Double { Double(self) }
}

extension Double: Real {
  /// The square root, correctly rounded.
  @inlinable @inline(__always)
  public static func root(_ x: Double) -> Double { descent_square_root_double(x) }

  /// The same number as a `Double`, exactly.
  @inlinable @inline(__always)
  public var widened: Double { self }
}

extension Real {
  /// `base` to the power of `exponent`.
  @inlinable @inline(__always)
  public static func power(_ base: Self, _ exponent: Self) -> Self {
    Self(Elementary.pow(base.widened, exponent.widened))
  }

  /// The exponential function.
  @inlinable @inline(__always)
  public static func exp(_ x: Self) -> Self { Self(Elementary.exp(x.widened)) }

  /// e to the power of x, less 1; exact near 0.
  @inlinable @inline(__always)
  public static func expm1(_ x: Self) -> Self { Self(Elementary.expm1(x.widened)) }

  /// The natural logarithm.
  @inlinable @inline(__always)
  public static func log(_ x: Self) -> Self { Self(Elementary.log(x.widened)) }

  /// The natural logarithm of 1 + x; exact near 0.
  @inlinable @inline(__always)
  public static func log1p(_ x: Self) -> Self { Self(Elementary.log1p(x.widened)) }

  /// The logarithm to base 2.
  @inlinable @inline(__always)
  public static func log2(_ x: Self) -> Self { Self(Elementary.log2(x.widened)) }

  /// The logarithm to base 10.
  @inlinable @inline(__always)
  public static func log10(_ x: Self) -> Self { Self(Elementary.log10(x.widened)) }

  /// The sine of an angle in radians.
  @inlinable @inline(__always)
  public static func sin(_ x: Self) -> Self { Self(Elementary.sin(x.widened)) }

  /// The cosine of an angle in radians.
  @inlinable @inline(__always)
  public static func cos(_ x: Self) -> Self { Self(Elementary.cos(x.widened)) }

  /// The tangent of an angle in radians.
  @inlinable @inline(__always)
  public static func tan(_ x: Self) -> Self { Self(Elementary.tan(x.widened)) }

  /// The hyperbolic tangent.
  @inlinable @inline(__always)
  public static func tanh(_ x: Self) -> Self { Self(Elementary.tanh(x.widened)) }

  /// The logistic function 1 / (1 + e^-x).
  @inlinable @inline(__always)
  public static func sigmoid(_ x: Self) -> Self { Self(Elementary.sigmoid(x.widened)) }
}
