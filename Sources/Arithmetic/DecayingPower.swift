/// The powers of one number between 0 and 1, with its logarithm kept: half the work of
/// `Elementary.pow`, and the same bits.
package struct DecayingPower: Equatable, Sendable {
  private let base: Double
  private let logarithm: DoubleDouble

  /// The powers of a base of at least 0 and below 1.
  package init(_ base: Double) {
    self.base = base
    logarithm = base > 0 && base < 1 ? Elementary.logarithm(base) : DoubleDouble(0)
  }

  /// The base to the power of a finite exponent, as `Elementary.pow` gives it.
  package func callAsFunction(_ exponent: Double) -> Double {
    guard logarithm.high < 0 else { return Elementary.pow(base, exponent) }
    return Elementary.power(logarithm, exponent)
  }

  /// The power, or 0 where taking it from 1 leaves 1: then none has to be computed.
  package func besideOne(_ exponent: Double) -> Double {
    exponent * logarithm.high < -42 ? 0 : self(exponent)
  }
}
