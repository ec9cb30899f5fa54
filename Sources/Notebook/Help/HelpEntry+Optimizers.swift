import Formulas
import Optimizers
import Typesetting

// The entries of optimizers and of what can be said to them.

extension HelpEntry {
  /// The equations come from the rule's sheet, which is what runs.
  init(_ rule: OptimizerRule) {
    self.init(
      kind: .optimizer,
      name: rule.name,
      title: rule.title,
      usage: rule.name + "(" + rule.ownSettings.map { $0.name }.joined(separator: ", ") + ")",
      summary: rule.summary,
      details: ["Source: \(rule.source)."],
      remarks: rule.remarks,
      example: rule.example
    )
    if let settings = try? RuleSettings(rule) {
      equations = Self.equations(of: RuleSheet(settings))
    }
    settings = (rule.ownSettings + rule.wordSettings).map {
      Setting(name: $0.name, standard: Self.standard($0, of: rule), meaning: $0.meaning)
    }
    remarks.append(Self.commonSettings)
    if !rule.bugs.isEmpty {
      remarks.append("bug may be \(rule.bugs.map { $0.rawValue }.joined(separator: ", ")).")
    }
  }

  /// What every rule has beside its own settings.
  static var commonSettings: String {
    "As every rule it takes \(Hyperparameter.common.map { $0.name }.joined(separator: ", ")), too."
  }

  static func equations(of sheet: RuleSheet) -> [MathNode] {
    sheet.equations.map {
      .row([.named($0.target), .symbol("=", .relation), $0.value.math()])
    }
  }

  private static func standard(_ setting: Hyperparameter, of rule: OptimizerRule) -> String {
    guard let value = setting.defaultValue(in: rule.defaultDialect) else { return "" }
    return (setting.kind == .boolean ? Expression.boolean(value == 1) : .constant(value)).text
  }

  /// A setting, whichever rules have it; nil where none has.
  init?(setting name: String) {
    var meanings: [String] = []
    var rules: [String] = []
    var example = ""
    for rule in RuleCatalog.entries {
      for setting in rule.settings + rule.wordSettings where setting.name == name {
        let standard = Self.standard(setting, of: rule)
        rules.append(standard.isEmpty ? rule.name : "\(rule.name) (\(standard))")
        if !meanings.contains(setting.meaning) { meanings.append(setting.meaning) }
        if example.isEmpty { example = rule.example }
      }
    }
    guard let first = meanings.first else { return nil }
    let common = Hyperparameter.common.first { $0.name == name }
    if let common {
      let value = common.kind == .boolean ? "true" : "1"
      example =
        "minimize cos(x) + cos(y) from (1, 2) with "
        + "adam(alpha=0.1, \(name)=\(value))\nstep 3"
    }
    self.init(
      kind: .setting,
      name: name,
      usage: "\(name)=...",
      summary: first,
      details: [
        "A setting of \(common == nil ? rules.joined(separator: ", ") : "every rule")."
      ] + meanings.dropFirst(),
      example: example
    )
  }

  init(_ dialect: Dialect) {
    let rules = RuleCatalog.entries.filter { $0.dialects.contains(dialect) }
    self.init(
      kind: .dialect,
      name: dialect.rawValue,
      usage: "dialect=\(dialect.rawValue)",
      summary: "rules as \(dialect.title) writes them",
      details: ["\(rules.map { $0.name }.joined(separator: ", ")) have it."],
      example: "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1, dialect=\(dialect.rawValue))"
    )
    let word = dialect.rawValue
    for rule in rules {
      for remark in rule.remarks where remark.hasPrefix(word) {
        remarks.append("\(rule.name): \(remark)")
      }
    }
  }

  init(_ bug: FamousBug) {
    let rules = RuleCatalog.entries.filter { $0.bugs.contains(bug) }.map { $0.name }
    self.init(
      kind: .bug,
      name: bug.rawValue,
      usage: "bug=\(bug.rawValue)",
      summary: bug.summary,
      details: [
        "A mistake that \(rules.joined(separator: ", ")) can make on purpose.",
        "Seen in \(bug.seen).",
      ],
      example: "minimize x^2 + 10y^2 from (-5, 2) with "
        + "\(rules.first ?? "adam")(alpha=0.1, bug=\(bug.rawValue))\nstep 3"
    )
  }
}
