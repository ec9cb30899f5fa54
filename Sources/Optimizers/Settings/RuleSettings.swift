internal import Arithmetic

/// A rule with all its settings decided: what an optimizer and a rule sheet are made from.
///
/// Every value is in its range; what is left out has the dialect's default.
///
/// ```swift
/// let settings = try RuleSettings(.adam, dialect: .keras, ["beta2": 0.99])
/// settings["eps"]  // 1e-07, as Keras has it
/// ```
public struct RuleSettings: Equatable, Sendable {
  /// The rule.
  public let rule: OptimizerRule
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
    _ rule: OptimizerRule,
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

  /// The settings of `rule` with the numbers of a dictionary, such as a configuration's.
  ///
  /// - Throws: ``HyperparameterError``.
  public init(
    _ rule: OptimizerRule,
    dialect: Dialect? = nil,
    numbers: [String: Double]
  ) throws(HyperparameterError) {
    var arguments: [SettingArgument] = []
    // In order, so that of two mistakes it is always the same one that is told.
    for name in numbers.keys.sorted() {
      if let value = numbers[name] { arguments.append(.number(name, value)) }
    }
    if let dialect { arguments.append(.word("dialect", dialect.rawValue)) }
    try self.init(rule, arguments: arguments)
  }

  /// The settings of a rule by its name, as a configuration has them: numbers, booleans and words.
  ///
  /// - Throws: ``HyperparameterError``.
  public init(
    named name: String,
    _ settings: [String: SettingArgument.Value]
  ) throws(HyperparameterError) {
    var arguments: [SettingArgument] = []
    for name in settings.keys.sorted() {
      if let value = settings[name] { arguments.append(SettingArgument(value, name: name)) }
    }
    try self.init(RuleCatalog.entry(named: name), arguments: arguments)
  }

  /// The settings of `rule` as written: values by position or name, words for `dialect` and `bug`.
  ///
  /// - Throws: ``HyperparameterError``.
  public init(
    _ rule: OptimizerRule,
    arguments: [SettingArgument]
  ) throws(HyperparameterError) {
    let reading = try SettingsReading(rule, arguments)
    self.rule = rule
    self.dialect = reading.dialect
    self.bug = reading.bug
    self.values = []
    for (index, setting) in rule.settings.enumerated() {
      values.append(reading.values[index] ?? setting.defaultValue(in: reading.dialect))
    }
  }

  /// A setting's value by its name or another name for it; booleans are 1 and 0.
  public subscript(_ name: String) -> Double? {
    guard let index = rule.index(of: name) else { return nil }
    return values[index]
  }

  /// The values that are decided, by name in the order of the catalog.
  public var named: [(name: String, value: Double)] {
    var result: [(name: String, value: Double)] = []
    for (index, setting) in rule.settings.enumerated() {
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
    guard let index = rule.index(of: name) else {
      throw .unknownSetting(rule: rule.name, name: name, known: rule.settingNames)
    }
    try rule.settings[index].check(value, rule: rule.name, dialect: dialect)
    var copy = self
    copy.values[index] = value
    return copy
  }

  /// A number setting, 0 when it is left out.
  func number(_ name: String) -> Double { self[name] ?? 0 }

  /// A boolean setting.
  func isOn(_ name: String) -> Bool { self[name] == 1 }

  /// A setting as equations read it; 0 when it is left out.
  func callAsFunction(_ name: StaticString) -> Setting { Setting(name, number("\(name)")) }

  /// Weight decay that is added to the gradient, or taken from the parameter before (Keras).
  var coupledDecay: Decay { Decay(dialect == .keras ? .before : .coupled, self("weight_decay")) }

  /// Weight decay apart from the gradient: by a share of alpha, but not in the paper.
  var decoupledDecay: Decay {
    let kind: Decay.Kind = dialect == .keras ? .before : dialect == .paper ? .inStep : .shrinking
    return Decay(kind, self("weight_decay"))
  }

  /// Whether every number is in its range as parameters have it, too: 0.99999999999 is 1 as `Float`.
  func check<Scalar: OptimizerScalar>(as _: Scalar.Type) throws(HyperparameterError) {
    for (index, setting) in rule.settings.enumerated() {
      guard let value = values[index], !setting.range.contains(Double(Scalar(value))) else {
        continue
      }
      throw .outOfRange(setting: setting.name, value: value, range: setting.range)
    }
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
