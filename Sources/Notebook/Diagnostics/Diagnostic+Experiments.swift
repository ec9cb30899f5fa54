import Arithmetic
import Formulas
import Optimizers

// The words for what can be wrong with problems, optimizers and settings.

extension Diagnostic {
  static var noExperiment: Diagnostic {
    Diagnostic(
      "there is no experiment yet",
      hint: "begin with minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)"
    )
  }

  static func needsExperiment(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "'\(name)' is a quantity of an experiment, and there is none yet",
      hint: "begin with minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)",
      at: range
    )
  }

  static var noOptimizer: Diagnostic {
    Diagnostic("no optimizer is chosen yet", hint: "write use adam(alpha=0.1)")
  }

  static func unknownProblem(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unknown problem '\(name)'",
      hint: Suggestion.hint(for: name, among: known)
        ?? "problems lists them; a formula needs an operator, as in \(name)^2",
      at: range
    )
  }

  static func noParameters(_ assigned: [String], at range: SourceRange) -> Diagnostic {
    if let first = assigned.first {
      return Diagnostic(
        "nothing is left to minimize over: '\(first)' has a value",
        hint: "name the parameters: from (\(first)=...)",
        at: range
      )
    }
    return Diagnostic(
      "the formula has no parameter",
      hint: "use a name in it, as in x^2",
      at: range
    )
  }

  static func noStart(_ parameters: [String], at range: SourceRange) -> Diagnostic {
    let start = parameters.map { "\($0)=1" }.joined(separator: ", ")
    return Diagnostic("where to start is missing", hint: "add from (\(start))", at: range)
  }

  static func startCount(
    _ count: Int,
    _ parameters: [String],
    _ assigned: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let names = parameters.joined(separator: ", ")
    var hint = "give one value for each"
    if count > parameters.count, let first = assigned.first {
      hint = "'\(first)' has a value; to make it a parameter name it: from (\(first)=..., ...)"
    }
    return Diagnostic(
      "\(count) start \(count == 1 ? "value" : "values") for \(parameters.count) "
        + "\(parameters.count == 1 ? "parameter" : "parameters") (\(names))",
      hint: hint,
      at: range
    )
  }

  static func unusedParameter(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "the formula has no '\(name)'",
      hint: Suggestion.hint(for: name, among: known),
      at: range
    )
  }

  static func collision(
    _ name: String,
    _ taken: LiveQuantity,
    _ wanted: LiveQuantity
  ) -> Diagnostic {
    Diagnostic(
      "'\(name)' would be two things: \(taken.words) and \(wanted.words)",
      hint: "call the parameter something else"
    )
  }

  static func setting(
    _ error: HyperparameterError,
    known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    var hint: String?
    switch error {
    case .unknownRule(let name, _):
      hint = Suggestion.hint(for: name, among: known) ?? "optimizers lists them"
    case .unknownSetting(_, let name, _), .unknownWord(_, let name, _):
      hint =
        Suggestion.hint(for: name, among: known) ?? "it may be \(known.joined(separator: ", "))"
    case .noSuchRuleInDialect: hint = "it may be \(known.joined(separator: ", "))"
    default: break
    }
    return Diagnostic(error.message, hint: hint, at: range)
  }

  static func unknownSetting(
    _ name: String,
    of rule: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let all = known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))"
    return Diagnostic(
      "\(rule) has no setting '\(name)'",
      hint: Suggestion.hint(for: name, among: known) ?? all,
      at: range
    )
  }

  static func settingTwice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("\(name) is given twice", at: range)
  }

  static func changesMemory(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "this setting changes what the optimizer remembers",
      hint: "choose it anew with use ...",
      at: range
    )
  }

  static func oneOfMany(_ name: String, _ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "'\(name)' is a series of \(count) numbers",
      hint: "take one of them: \(name)[1]",
      at: range
    )
  }

  static func unknownParameter(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "'\(name)' is no parameter of the experiment",
      hint: "it has \(known.prefix(8).joined(separator: ", "))",
      at: range
    )
  }
}

extension LiveQuantity {
  var words: String {
    switch self {
    case .parameter: "a parameter"
    case .gradient: "a gradient"
    case .slot, .slotPart, .derived, .derivedPart: "what the optimizer computes"
    case .setting: "a setting"
    case .time: "the time"
    case .epoch: "the epoch"
    case .measure: "what is measured"
    }
  }
}
