public import Arithmetic

/// Something a rule remembers between updates, one number for each parameter or one for all.
public struct OptimizerSlot<Scalar: Real>: Equatable, Sendable {
  /// Its name, as in the rule sheet: `v`, `s`.
  public let name: String
  /// What it is before the first update.
  public let initial: Scalar
  /// Whether it is one number for all parameters.
  public let isScalar: Bool

  init(_ name: String, initial: Scalar = 0, isScalar: Bool = false) {
    self.name = name
    self.initial = initial
    self.isScalar = isScalar
  }
}
