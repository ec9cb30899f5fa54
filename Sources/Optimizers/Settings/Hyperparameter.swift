/// One setting of a rule: what it is called, what it means, what it may be and what it is when left
/// out.
public struct Hyperparameter: Equatable, Sendable {
  /// What kind of value a setting takes.
  public enum Kind: Equatable, Sendable {
    /// A number in ``Hyperparameter/range``.
    case number
    /// `true` or `false`; kept as 1 or 0.
    case boolean
    /// One of these words.
    case word([String])
  }

  /// Its name, as settings and sheets write it: `beta1`.
  public let name: String
  /// Other names for it: `lr` is `alpha`.
  public let aliases: [String]
  /// What kind of value it takes.
  public let kind: Kind
  /// The numbers it may be.
  public let range: HyperparameterRange
  /// What it means, in a few words.
  public let meaning: String
  /// The dialects that have it.
  public let dialects: [Dialect]

  let standard: Double?
  let exceptions: [(dialect: Dialect, value: Double)]

  init(
    _ name: String,
    _ standard: Double?,
    aliases: [String] = [],
    kind: Kind = .number,
    range: HyperparameterRange,
    meaning: String,
    dialects: [Dialect] = Dialect.allCases,
    exceptions: [(dialect: Dialect, value: Double)] = []
  ) {
    self.name = name
    self.standard = standard
    self.aliases = aliases
    self.kind = kind
    self.range = range
    self.meaning = meaning
    self.dialects = dialects
    self.exceptions = exceptions
  }

  /// What it is in `dialect` when nothing is said; nil where leaving it out has a meaning of its
  /// own (`dampening` of the lecture's momentum is then `beta`).
  public func defaultValue(in dialect: Dialect) -> Double? {
    for exception in exceptions where exception.dialect == dialect { return exception.value }
    return standard
  }

  /// Whether `name` names this setting.
  public func isNamed(_ name: String) -> Bool {
    self.name == name || aliases.contains(name)
  }

  /// Whether two settings are the same in every respect.
  public static func == (left: Hyperparameter, right: Hyperparameter) -> Bool {
    guard
      left.name == right.name, left.aliases == right.aliases, left.kind == right.kind,
      left.range == right.range, left.meaning == right.meaning, left.dialects == right.dialects
    else { return false }
    for dialect in Dialect.allCases
    where left.defaultValue(in: dialect) != right.defaultValue(in: dialect) {
      return false
    }
    return true
  }
}
