internal import Arithmetic

/// A rule with all its settings decided: what a kernel and a rule sheet are made from.
///
/// Every value is in its range; what is left out has the dialect's default.
///
/// ```swift
/// let settings = try RuleSettings(.adam, dialect: .keras, ["beta2": 0.99])
/// settings["eps"]  // 1e-07, as Keras has it
/// ```
public struct RuleSettings: Equatable, Sendable {
  /// The rule.
  public let rule: RuleName
  /// Whose way of writing it.
  public let dialect: Dialect
  /// The mistake made on purpose, if any.
  public let bug: FamousBug?

  /// One value for each of the rule's settings, in their order; nil where leaving it out means
  /// something of its own.
  private var values: [Double?]

  /// The settings of `rule` with the values of `changes` and the dialect's defaults for the rest.
  ///
  /// - Throws: ``HyperparameterError`` when a name is unknown, a value is out of its range, or the
  ///   dialect does not have the rule, the setting or the bug.
  public init(
    _ rule: RuleName,
    dialect: Dialect? = nil,
    bug: FamousBug? = nil,
    _ changes: KeyValuePairs<String, Double> = [:]
  ) throws(HyperparameterError) {
    var arguments: [SettingArgument] = []
    for change in changes { arguments.append(.number(change.key, change.value)) }
    if let dialect { arguments.append(.word("dialect", dialect.rawValue)) }
    if let bug { arguments.append(.word("bug", bug.rawValue)) }
    try self.init(rule, arguments: arguments)
  }

  /// The settings of `rule` with the numbers that are given; nil leaves a setting out.
  init(
    _ rule: RuleName,
    dialect: Dialect?,
    bug: FamousBug? = nil,
    given: KeyValuePairs<String, Double?>
  ) throws(HyperparameterError) {
    var arguments: [SettingArgument] = []
    for (name, value) in given {
      if let value { arguments.append(.number(name, value)) }
    }
    if let dialect { arguments.append(.word("dialect", dialect.rawValue)) }
    if let bug { arguments.append(.word("bug", bug.rawValue)) }
    try self.init(rule, arguments: arguments)
  }

  /// The settings of `rule` as written: values by position or name, words for `dialect` and `bug`.
  ///
  /// - Throws: ``HyperparameterError``.
  public init(
    _ rule: RuleName,
    arguments: [SettingArgument]
  ) throws(HyperparameterError) {
    let entry = RuleCatalog.entry(rule)
    let reading = try SettingsReading(entry, arguments)
    self.rule = rule
    self.dialect = reading.dialect
    self.bug = reading.bug
    self.values = []
    for (index, setting) in entry.settings.enumerated() {
      values.append(reading.values[index] ?? setting.defaultValue(in: reading.dialect))
    }
  }

  /// What the rule's entry in the catalog says.
  public var entry: OptimizerRule { RuleCatalog.entry(rule) }

  /// The rule sheet of these settings.
  public var sheet: String { entry.sheet(self) }

  /// A setting's value by its name or another name for it; booleans are 1 and 0.
  public subscript(_ name: String) -> Double? {
    guard let index = entry.index(of: name) else { return nil }
    return values[index]
  }

  /// The values that are decided, by name in the order of the catalog.
  public var named: [(name: String, value: Double)] {
    var result: [(name: String, value: Double)] = []
    for (index, setting) in entry.settings.enumerated() {
      if let value = values[index] { result.append((setting.name, value)) }
    }
    return result
  }

  /// The same settings with one of them changed.
  ///
  /// - Throws: ``HyperparameterError`` when there is no such setting or the value is out of range.
  public func setting(
    _ name: String,
    to value: Double
  ) throws(HyperparameterError) -> RuleSettings {
    let entry = entry
    guard let index = entry.index(of: name) else {
      throw .unknownSetting(rule: entry.name, name: name, known: entry.settingNames)
    }
    try entry.settings[index].check(value, rule: entry.name, dialect: dialect)
    var copy = self
    copy.values[index] = value
    return copy
  }

  /// A number setting, 0 when it is left out.
  func number(_ name: String) -> Double { self[name] ?? 0 }

  /// A boolean setting.
  func isOn(_ name: String) -> Bool { self[name] == 1 }

  /// A number setting in the kernel's own type; rounding to it must not leave the range, as
  /// 0.99999999999 does, which is 1 as `Float`.
  func scalar<Scalar: Real>(_ name: String) throws(HyperparameterError) -> Scalar {
    let entry = entry
    guard let index = entry.index(of: name), let value = values[index] else { return 0 }
    let rounded = Scalar(value)
    guard entry.settings[index].range.contains(Double(rounded)) else {
      throw .outOfRange(setting: name, value: value, range: entry.settings[index].range)
    }
    return rounded
  }
}

extension Hyperparameter {
  /// Whether `value` may stand for this setting in `dialect`.
  func check(
    _ value: Double,
    rule: String,
    dialect: Dialect
  ) throws(HyperparameterError) {
    guard dialects.contains(dialect) else {
      throw .notInDialect(rule: rule, setting: name, dialect: dialect)
    }
    if kind == .boolean, value != 0, value != 1 {
      throw .wrongKind(setting: name, needed: "true or false")
    }
    guard range.contains(value) else {
      throw .outOfRange(setting: name, value: value, range: range)
    }
  }
}
