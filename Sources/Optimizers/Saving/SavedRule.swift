#if !hasFeature(Embedded)
/// A rule as it is saved, by name; whoever reads it checks the numbers.
struct SavedRule: Codable {
  var rule: String
  var dialect: String?
  var bug: String?
  var settings: [String: Double]
}

extension SavedRule {
  init(_ identity: RuleIdentity) {
    rule = identity.rule
    dialect = identity.dialect?.rawValue
    bug = identity.bug?.rawValue
    settings = [:]
    for number in identity.numbers { settings[number.name] = number.value }
  }

  /// The settings of a built-in rule.
  func ruleSettings() throws(HyperparameterError) -> RuleSettings {
    var arguments = settings.mapValues { SettingArgument.Value.number($0) }
    if let dialect { arguments["dialect"] = .word(dialect) }
    if let bug { arguments["bug"] = .word(bug) }
    return try RuleSettings(named: rule, arguments)
  }
}

extension RuleSettings: Codable {
  /// Reads what was saved.
  ///
  /// - Throws: ``HyperparameterError`` when there is no such rule, or a number is out of its range.
  public init(from decoder: any Decoder) throws {
    self = try SavedRule(from: decoder).ruleSettings()
  }

  /// Saves rule, dialect, mistake and numbers by name.
  public func encode(to encoder: any Encoder) throws {
    try SavedRule(RuleIdentity(self, slots: [])).encode(to: encoder)
  }
}
#endif
