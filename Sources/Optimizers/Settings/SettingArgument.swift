/// A setting as it was written: `0.1`, `beta1=0.8`, `nesterov=true`, `dialect=pytorch`.
public struct SettingArgument: Equatable, Sendable {
  /// What may stand for a value.
  public enum Value: Equatable, Sendable {
    /// A number.
    case number(Double)
    /// `true` or `false`.
    case boolean(Bool)
    /// A word, as dialects and bugs are named.
    case word(String)
  }

  /// The setting's name; nil for a value by position.
  public let name: String?
  /// The value.
  public let value: Value

  /// A value, by name or by position.
  public init(_ value: Value, name: String? = nil) {
    self.name = name
    self.value = value
  }

  /// A number by name.
  public static func number(_ name: String, _ value: Double) -> SettingArgument {
    SettingArgument(.number(value), name: name)
  }

  /// A word by name.
  public static func word(_ name: String, _ word: String) -> SettingArgument {
    SettingArgument(.word(word), name: name)
  }
}

extension SettingArgument.Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringLiteral
{
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A word.
  public init(stringLiteral value: String) { self = .word(value) }
}
