/// Written settings sorted into the places of a rule, names resolved, ranges checked.
struct SettingsReading {
  private(set) var dialect: Dialect
  private(set) var bug: FamousBug?
  private(set) var values: [Double?]

  init(_ entry: OptimizerRule, _ arguments: [SettingArgument]) throws(HyperparameterError) {
    dialect = entry.defaultDialect
    values = [Double?](repeating: nil, count: entry.settings.count)
    // The dialect first: it decides which settings and bugs there are.
    for argument in arguments where argument.name == "dialect" {
      dialect = try Self.dialect(argument.value, entry)
    }
    for argument in arguments where argument.name == "bug" {
      bug = try Self.bug(argument.value, entry, dialect)
    }
    try place(arguments, entry)
  }

  private mutating func place(
    _ arguments: [SettingArgument],
    _ entry: OptimizerRule
  ) throws(HyperparameterError) {
    var position = 0
    var hasName = false
    var words: [String] = []
    for argument in arguments {
      if let name = argument.name {
        hasName = true
        if name == "dialect" || name == "bug" {
          if words.contains(name) { throw .givenTwice(setting: name) }
          words.append(name)
          continue
        }
        guard let index = entry.index(of: name) else {
          throw .unknownSetting(rule: entry.name, name: name, known: entry.settingNames)
        }
        try set(index, argument.value, entry)
      } else {
        if hasName { throw .positionAfterName(rule: entry.name) }
        guard position < entry.ownSettings.count else {
          throw .tooManyValues(
            rule: entry.name,
            given: arguments.count,
            known: entry.ownSettings.map { $0.name }
          )
        }
        try set(position, argument.value, entry)
        position += 1
      }
    }
  }

  private mutating func set(
    _ index: Int,
    _ value: SettingArgument.Value,
    _ entry: OptimizerRule
  ) throws(HyperparameterError) {
    let setting = entry.settings[index]
    if values[index] != nil { throw .givenTwice(setting: setting.name) }
    let number: Double
    switch (value, setting.kind) {
    case (.number(let value), .number), (.number(let value), .boolean): number = value
    case (.boolean(let isOn), .boolean): number = isOn ? 1 : 0
    case (_, .boolean): throw .wrongKind(setting: setting.name, needed: "true or false")
    default: throw .wrongKind(setting: setting.name, needed: "a number")
    }
    try setting.check(number, rule: entry.name, dialect: dialect)
    values[index] = number
  }

  private static func dialect(
    _ value: SettingArgument.Value,
    _ entry: OptimizerRule
  ) throws(HyperparameterError) -> Dialect {
    guard case .word(let word) = value else {
      throw .wrongKind(setting: "dialect", needed: "one of its words")
    }
    guard let dialect = Dialect(rawValue: word) else {
      throw .unknownWord(
        setting: "dialect",
        word: word,
        known: Dialect.allCases.map { $0.rawValue }
      )
    }
    guard entry.dialects.contains(dialect) else {
      throw .noSuchRuleInDialect(rule: entry.name, dialect: dialect, known: entry.dialects)
    }
    return dialect
  }

  private static func bug(
    _ value: SettingArgument.Value,
    _ entry: OptimizerRule,
    _ dialect: Dialect
  ) throws(HyperparameterError) -> FamousBug {
    guard case .word(let word) = value else {
      throw .wrongKind(setting: "bug", needed: "one of its words")
    }
    guard let bug = FamousBug(rawValue: word), entry.bugs.contains(bug) else {
      throw .unknownWord(setting: "bug", word: word, known: entry.bugs.map { $0.rawValue })
    }
    if bug == .undamped, entry == .momentum, dialect != .lecture {
      throw .notInDialect(rule: entry.name, setting: "bug=undamped", dialect: dialect)
    }
    return bug
  }
}
