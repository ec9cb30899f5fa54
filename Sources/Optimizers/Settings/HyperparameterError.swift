internal import Arithmetic

/// Why a rule cannot be made from the settings given.
///
/// The cases hold the facts, with every name that would have been known, so that a caller can
/// suggest the nearest; ``message`` words them.
public enum HyperparameterError: Error, Equatable, Sendable {
  /// There is no such rule.
  case unknownRule(String, known: [String])
  /// The rule has no such setting.
  case unknownSetting(rule: String, name: String, known: [String])
  /// A word is not one of those that the setting takes.
  case unknownWord(setting: String, word: String, known: [String])
  /// The setting exists, but the dialect has nothing like it.
  case notInDialect(rule: String, setting: String, dialect: Dialect)
  /// The library has no such rule.
  case noSuchRuleInDialect(rule: String, dialect: Dialect, known: [Dialect])
  /// A number lies outside of what the setting may be (not-a-number always does).
  case outOfRange(setting: String, value: Double, range: HyperparameterRange)
  /// A word where a number is needed, a number where `true` or `false` is, and so on.
  case wrongKind(setting: String, needed: String)
  /// The same setting was given twice.
  case givenTwice(setting: String)
  /// More values by position than there are settings.
  case tooManyValues(rule: String, given: Int, known: [String])
  /// A value without a name after one with a name.
  case positionAfterName(rule: String)

  /// What is wrong, in words: lower case, values in single quotes, no full stop.
  public var message: String {
    switch self {
    case .unknownRule(let name, _):
      "unknown optimizer '\(name)'"
    case .unknownSetting(let rule, let name, _):
      "\(rule) has no setting '\(name)'"
    case .unknownWord(let setting, let word, _):
      "unknown \(setting) '\(word)'"
    case .notInDialect(let rule, let setting, let dialect):
      "\(rule) has no '\(setting)' in dialect '\(dialect.rawValue)'"
    case .noSuchRuleInDialect(let rule, let dialect, _)
    where dialect == .lecture || dialect == .paper:
      "\(rule) has no dialect '\(dialect.rawValue)'"
    case .noSuchRuleInDialect(let rule, let dialect, _):
      "\(dialect.title) has no \(rule)"
    case .outOfRange(let setting, let value, let range):
      "\(setting) must be \(range.words), not \(NumberText.shortest(value))"
    case .wrongKind(let setting, let needed):
      "\(setting) must be \(needed)"
    case .givenTwice(let setting):
      "\(setting) is given twice"
    case .tooManyValues(let rule, let given, let known):
      "\(rule) takes at most \(known.count) values by position, not \(given)"
    case .positionAfterName(let rule):
      "\(rule) has a value without a name after one with a name"
    }
  }

  /// The names that would have been right, where a name was wrong.
  public var alternatives: [String] {
    switch self {
    case .unknownRule(_, let known), .unknownSetting(_, _, let known),
      .unknownWord(_, _, let known), .tooManyValues(_, _, let known):
      known
    case .noSuchRuleInDialect(_, _, let known): known.map { $0.rawValue }
    case .notInDialect, .outOfRange, .wrongKind, .givenTwice, .positionAfterName: []
    }
  }
}
