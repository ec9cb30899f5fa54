import Optimizers
import Testing

/// One row of the table over the whole catalog: a rule with some of its settings.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let settings: RuleSettings
  let changes: String

  var testDescription: String {
    let bug = settings.bug.map { " bug=\($0.rawValue)" } ?? ""
    return "\(settings.rule.name) dialect=\(settings.dialect.rawValue)\(bug) \(changes)"
  }

  /// Every rule in every dialect with every bug, as it comes and with each setting changed, alone
  /// and in pairs.
  static let all: [RuleCase] = RuleCatalog.entries.flatMap { entry in
    entry.dialects.flatMap { dialect in
      cases(entry, dialect, nil) + entry.bugs.flatMap { cases(entry, dialect, $0) }
    }
  }

  /// As they come: every rule in every dialect.
  static let plain: [RuleCase] = RuleCatalog.entries.flatMap { entry in
    entry.dialects.compactMap { dialect in
      (try? RuleSettings(entry, dialect: dialect)).map { RuleCase(settings: $0, changes: "") }
    }
  }

  private static func cases(
    _ entry: OptimizerRule,
    _ dialect: Dialect,
    _ bug: FamousBug?
  ) -> [RuleCase] {
    // Undamped momentum is a bug in the lecture's dialect only.
    guard let base = try? RuleSettings(entry, dialect: dialect, bug: bug) else { return [] }
    let single = entry.ownSettings.compactMap { setting in
      changed(base, setting).map { ($0, setting) }
    }
    var result = [RuleCase(settings: base, changes: "")]
    for (settings, setting) in single {
      result.append(RuleCase(settings: settings, changes: setting.name))
      for other in entry.ownSettings where other.name > setting.name {
        if let pair = changed(settings, other) {
          result.append(RuleCase(settings: pair, changes: "\(setting.name) \(other.name)"))
        }
      }
    }
    // What every rule has, alone and with each other setting, where it is the rule and not a bug.
    for (place, setting) in (bug == nil ? Hyperparameter.common : []).enumerated() {
      guard let settings = changed(base, setting) else { continue }
      result.append(RuleCase(settings: settings, changes: setting.name))
      let others = setting.name == "cautious" ? entry.ownSettings : []
      for other in others + Hyperparameter.common[(place + 1)...] {
        guard let pair = changed(settings, other) else { continue }
        result.append(RuleCase(settings: pair, changes: "\(setting.name) \(other.name)"))
      }
    }
    return result
  }

  private static func changed(_ settings: RuleSettings, _ setting: Hyperparameter) -> RuleSettings?
  {
    let value: Double
    switch setting.name {
    case _ where setting.kind == .boolean: value = 1 - (settings[setting.name] ?? 0)
    case "alpha": value = 0.07
    case "eps": value = 0.03
    case "beta", "beta1": value = 0.6
    case "beta2": value = 0.7
    case "alpha_decay", "momentum_decay": value = 0.05
    case "eta_plus": value = 1.5
    case "clip": value = 3.5
    default: value = 0.3
    }
    return try? settings.setting(setting.name, to: value)
  }
}
