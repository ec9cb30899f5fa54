/// The elementary functions, the same bits on every target.
///
/// They use only + - * / and the square root, in a fixed order, never the platform's library. The
/// result is within 0.52 ulp for most of them and within 0.75 ulp for all; an exactly representable
/// result is exact.
@usableFromInline package enum Elementary {
}

extension Elementary {
  /// 2^exponent for exponents of normal numbers.
  static func powerOfTwo(_ exponent: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: exponent &+ 1023) << 52)
  }

  /// The nearest whole number, for magnitudes below 2^51.
  static func nearest(_ x: Double) -> Double { (x + 0x1.8p52) - 0x1.8p52 }
}
