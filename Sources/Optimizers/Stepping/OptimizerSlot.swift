/// Something a rule remembers between updates, one number for each parameter or one for all.
public struct OptimizerSlot: Equatable, Sendable {
  /// Its name, as in the rule sheet: `v`, `s`.
  public let name: String
  /// What it is before the first update.
  public let initial: Double
  /// Whether it is one number for all parameters.
  public let isScalar: Bool
}
