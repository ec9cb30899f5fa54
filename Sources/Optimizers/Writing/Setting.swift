internal import Arithmetic

/// A setting of a rule: its name, as equations read it, and its value.
public struct Setting: Sendable {
  /// The name: `beta1`.
  public let name: StaticString
  /// The value; a boolean is 1 or 0.
  public let value: Double
  /// Its powers, with the logarithm kept: half the work.
  private let powers: DecayingPower

  /// A setting with its value.
  public init(_ name: StaticString, _ value: Double) {
    self.name = name
    self.value = value
    powers = DecayingPower(value)
  }

  /// Whether it is a boolean that is set.
  @inlinable
  public var isOn: Bool { value == 1 }

  /// The value to a power.
  public func raised(to exponent: Double) -> Double { powers(exponent) }
}
