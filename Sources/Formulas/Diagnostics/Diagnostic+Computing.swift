import Arithmetic

// The words for everything that can be wrong with computing a formula.

extension Diagnostic {
  package static func unknownName(
    _ name: String,
    among known: [String],
    at range: SourceRange?
  ) -> Diagnostic {
    let hint =
      name == "e"
      ? "there is no constant e: write exp(x) for powers of e"
      : Suggestion.hint(for: name, among: known)
    return Diagnostic(
      "unknown name '\(name)'",
      hint: hint ?? (name.utf8.contains(0x2E) ? nil : "give it a value first: \(name) = 1"),
      at: range
    )
  }

  static func unknownFunction(
    _ name: String,
    among known: [String],
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "unknown function '\(name)'",
      hint: Suggestion.hint(for: name, among: known) ?? "define it first: \(name)(x) = x^2",
      at: range
    )
  }

  static func wrongArguments(
    _ name: String,
    usage: String,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic("'\(name)' is called as \(usage)", at: range)
  }

  static func wrongKind(
    _ wanted: String,
    _ found: Value,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic("\(wanted) is needed here, not \(found.kindName)", at: range)
  }

  static func lengthMismatch(_ a: Int, _ b: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "series of \(a) and \(b) values do not go together",
      hint: "take equal lengths",
      at: range
    )
  }

  static func emptySeries(_ function: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic("'\(function)' of an empty series", hint: "it needs a value", at: range)
  }

  package static func indexOutOfRange(_ index: Double, _ count: Int, at range: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      "there is no element \(NumberText.shortest(index)): the series has \(count)",
      hint: count == 0 ? nil : "indexes go from 1 to \(count)",
      at: range
    )
  }

  static func tooManyValues(_ count: Double, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "\(NumberText.shortest(count)) values are too many",
      hint: "at most \(Evaluator.longestSeries)",
      at: range
    )
  }

  static func recursion(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "'\(name)' calls itself more than \(Evaluator.deepestCall) deep",
      hint: "a definition cannot go on forever",
      at: range
    )
  }

  static func tooManyCalls(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "this takes more than \(Evaluator.mostCalls) function calls",
      hint: "functions that call others twice double at each level",
      at: range
    )
  }

  static func tooManyTerms(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "more than \(Expression.mostTerms) terms once the functions are written out",
      hint: "functions that call others twice double at each level",
      at: range
    )
  }

  package static func notDifferentiable(_ what: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "no derivative of '\(what)' is known",
      hint: "minimize a formula of + - * / ^ and smooth functions",
      at: range
    )
  }

  static func totalInside(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "'\(name)' stands alone in a rule's line: it is one number made of all parameters",
      hint: "write n = \(name)(g) for a line of its own, "
        + "or n = \(name)(w, layer) for each name's own",
      at: range
    )
  }

  static func notCompilable(_ what: String, at range: SourceRange?) -> Diagnostic {
    let isOfSeries = ["a series", "an index", "'sum'", "'mean'", "'norm'"].contains(what)
    return Diagnostic(
      "\(what) cannot stand in a formula that is stepped",
      hint: isOfSeries ? "write its terms out, as (x - 1)^2 + (x - 3)^2" : nil,
      at: range
    )
  }
}
