/// What kind of thing may stand at a place of a command.
package enum Operand: Sendable {
  /// An expression of the names there are.
  case formula
  /// A formula, or `path`.
  case picture
  /// An expression that is true or false.
  case condition
  case number
  /// A number of updates, or of `epochs`.
  case updates
  case series
  /// A formula to make small, or a built-in problem.
  case problem
  /// A built-in problem.
  case namedProblem
  /// `(-5, 2)`, `(x=-5, y=2)`.
  case start
  case optimizer
  /// An optimizer, perhaps with a name before it: `fast = adam(0.1)`.
  case run
  case network
  case data
  /// A setting of the optimizer in use.
  case setting
  /// `alpha=0.01`.
  case assignment
  case parameter
  /// A name that gets its meaning here.
  case name
  /// Text in quotes.
  case text
  /// Text in quotes, which may be left out.
  case label
  case topic
  /// `mine(alpha=0.1) { ... }`.
  case rule
  /// One of a few words.
  case choice([String])
  /// This word and no other.
  case word(Word)

  /// What stands for it where help writes how something is said.
  var placeholder: String {
    switch self {
    case .formula, .picture, .problem: "FORMULA"
    case .condition: "CONDITION"
    case .number: "N"
    case .updates: "N [epochs]"
    case .namedProblem: "PROBLEM"
    case .series: "SERIES"
    case .start: "START"
    case .optimizer, .run: "OPTIMIZER"
    case .network: "mlp(SIZES)"
    case .data: "DATA"
    case .setting: "SETTING"
    case .assignment: "SETTING=VALUE"
    case .parameter: "PARAMETER"
    case .name, .topic: "NAME"
    case .text: "\"TEXT\""
    case .label: "[\"TEXT\"]"
    case .rule: "RULE"
    case .choice(let words): words.joined(separator: "|")
    case .word(let word): word.rawValue
    }
  }
}
