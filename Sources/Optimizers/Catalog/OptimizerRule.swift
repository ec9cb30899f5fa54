/// One entry of the catalog: everything there is to say about a rule, and how to write its sheet.
public struct OptimizerRule: Sendable {
  /// Which rule it is.
  public let rule: RuleName
  /// Its title: "RMSProp".
  public let title: String
  /// What it does, in one sentence.
  public let summary: String
  /// Where it comes from: lecture, paper.
  public let source: String
  /// Its settings, in the order of values by position.
  public let settings: [Hyperparameter]
  /// The dialects that have it.
  public let dialects: [Dialect]
  /// The dialect when nothing is said: the lecture's where the lecture speaks of it, else the paper.
  public let defaultDialect: Dialect
  /// The mistakes that can be made with it on purpose.
  public let bugs: [FamousBug]
  /// What differs between the dialects, one sentence each.
  public let remarks: [String]
  /// The rule sheet: the equations in the notebook's language for given settings.
  public let sheet: @Sendable (RuleSettings) -> String
  /// A use of it in the notebook.
  public let example: String

  init(
    _ rule: RuleName,
    title: String,
    summary: String,
    source: String,
    settings: [Hyperparameter],
    dialects: [Dialect] = Dialect.allCases,
    defaultDialect: Dialect,
    bugs: [FamousBug] = [],
    remarks: [String] = [],
    example: String,
    sheet: @escaping @Sendable (RuleSettings) -> String
  ) {
    self.rule = rule
    self.title = title
    self.summary = summary
    self.source = source
    self.settings = settings
    self.dialects = dialects
    self.defaultDialect = defaultDialect
    self.bugs = bugs
    self.remarks = remarks
    self.sheet = sheet
    self.example = example
  }

  /// The name, as settings and sheets write it.
  public var name: String { rule.rawValue }

  /// The settings that take a word: `dialect`, and `bug` where there are bugs.
  public var wordSettings: [Hyperparameter] {
    var result = [
      Hyperparameter(
        "dialect",
        nil,
        kind: .word(dialects.map { $0.rawValue }),
        range: .unit,
        meaning: "whose way of writing the rule; '\(defaultDialect.rawValue)' when left out"
      )
    ]
    if !bugs.isEmpty {
      result.append(
        Hyperparameter(
          "bug",
          nil,
          kind: .word(bugs.map { $0.rawValue }),
          range: .unit,
          meaning: "a famous mistake, made on purpose"
        )
      )
    }
    return result
  }

  /// The names of all settings, words included.
  public var settingNames: [String] { (settings + wordSettings).map { $0.name } }

  /// The place of a setting by its name or another name for it.
  func index(of name: String) -> Int? {
    settings.firstIndex { $0.isNamed(name) }
  }
}
