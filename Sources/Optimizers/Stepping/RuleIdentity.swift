internal import Arithmetic

/// Which rule an optimizer follows and a state belongs to, with its settings and slots.
///
/// Optimizer and state share one object, so that a step sees by a glance that they belong together.
@usableFromInline
final class RuleIdentity: Sendable {
  /// The rule's name: `adam`, or the type of one's own.
  let rule: String
  /// Nil for a rule of one's own.
  let dialect: Dialect?
  let bug: FamousBug?
  /// The settings by name.
  let numbers: [Number]
  /// What it remembers; slots that all parameters share come last.
  let slots: [OptimizerSlot]

  struct Number: Equatable, Sendable {
    var name: String
    var value: Double
    var isBoolean = false
  }

  init(
    _ rule: String,
    dialect: Dialect? = nil,
    bug: FamousBug? = nil,
    numbers: [Number],
    slots: [OptimizerSlot]
  ) {
    self.rule = rule
    self.dialect = dialect
    self.bug = bug
    self.numbers = numbers
    self.slots = slots
  }

  convenience init(_ settings: RuleSettings, slots: [OptimizerSlot]) {
    var numbers: [Number] = []
    for setting in settings.rule.settings where setting.dialects.contains(settings.dialect) {
      guard let value = settings[setting.name] else { continue }
      let isBoolean = setting.kind == .boolean
      numbers.append(Number(name: setting.name, value: value, isBoolean: isBoolean))
    }
    self.init(
      settings.rule.name,
      dialect: settings.dialect,
      bug: settings.bug,
      numbers: numbers,
      slots: slots
    )
  }

  /// Whether a state of the other can be gone on with: the numbers may differ.
  func isSameRule(as other: RuleIdentity) -> Bool {
    title == other.title && slots == other.slots
  }

  /// The rule without its numbers: `adam`, `momentum(dialect=keras)`.
  var title: String { rule + brackets(words) }

  /// The rule as it would be written: `adam(alpha=0.1, beta1=0.9, corrected=true)`.
  var text: String {
    let values = numbers.map { number in
      let value =
        number.isBoolean
        ? (number.value == 1 ? "true" : "false") : NumberText.shortest(number.value)
      return "\(number.name)=\(value)"
    }
    return rule + brackets(values + words)
  }

  /// What is said by a word, unless that is left out as well.
  private var words: [String] {
    var result: [String] = []
    if let dialect, dialect != RuleCatalog.known(rule)?.defaultDialect {
      result.append("dialect=\(dialect.rawValue)")
    }
    if let bug { result.append("bug=\(bug.rawValue)") }
    return result
  }

  private func brackets(_ parts: [String]) -> String {
    parts.isEmpty ? "" : "(\(parts.joined(separator: ", ")))"
  }

  /// The settings of a built-in rule.
  var settings: RuleSettings? {
    guard let dialect, let entry = RuleCatalog.known(rule) else { return nil }
    var arguments: [SettingArgument] = [.word("dialect", dialect.rawValue)]
    if let bug { arguments.append(.word("bug", bug.rawValue)) }
    for number in numbers { arguments.append(.number(number.name, number.value)) }
    do throws(HyperparameterError) {
      return try RuleSettings(entry, arguments: arguments)
    } catch {
      return nil
    }
  }
}

extension RuleIdentity: Equatable {
  @usableFromInline
  static func == (left: RuleIdentity, right: RuleIdentity) -> Bool {
    left === right
      || (left.rule == right.rule && left.dialect == right.dialect && left.bug == right.bug
        && left.numbers == right.numbers && left.slots == right.slots)
  }
}

extension RuleIdentity {
  /// A rule of one's own.
  @usableFromInline
  convenience init<R: Rule>(own rule: R, alpha: Double, slots: [OptimizerSlot]) {
    let settings = [Setting("alpha", alpha)] + rule.settings
    self.init(
      R.name,
      numbers: settings.map { Number(name: "\($0.name)", value: $0.value) },
      slots: slots
    )
  }
}
