/// One entry of the catalog: everything there is to say about a rule beside its equations.
public struct OptimizerRule: Sendable {
  /// The name, as settings and sheets write it: `rmsprop`.
  public let name: String
  /// Its title: "RMSProp".
  public let title: String
  /// What it does, in one sentence.
  public let summary: String
  /// Where it comes from: lecture, paper.
  public let source: String
  /// The settings of its own, in the order of values by position.
  public let ownSettings: [Hyperparameter]
  /// The dialects that have it.
  public let dialects: [Dialect]
  /// The dialect when nothing is said: the lecture's where the lecture speaks of it, else the paper;
  /// a library's where no paper's is known.
  public let defaultDialect: Dialect
  /// The mistakes that can be made with it on purpose.
  public let bugs: [FamousBug]
  /// What differs between the dialects, one sentence each.
  public let remarks: [String]
  /// A use of it in the notebook.
  public let example: String

  init(
    _ name: String,
    title: String,
    summary: String,
    source: String,
    settings: [Hyperparameter],
    dialects: [Dialect] = Dialect.allCases,
    defaultDialect: Dialect,
    bugs: [FamousBug] = [],
    remarks: [String] = [],
    example: String
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.source = source
    ownSettings = settings
    self.dialects = dialects
    self.defaultDialect = defaultDialect
    self.bugs = bugs
    self.remarks = remarks
    self.example = example
  }

  /// All that take a value: its own, and those that every rule has, which are given by name.
  public var settings: [Hyperparameter] { ownSettings + Hyperparameter.common }

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

extension OptimizerRule: Equatable {
  /// Whether it is the same rule: no two have one name.
  public static func == (left: OptimizerRule, right: OptimizerRule) -> Bool {
    left.name == right.name
  }
}
