import Formulas

// The words for what can be wrong with going through time, looking and checking.

extension Diagnostic {
  static func beforeStart(_ count: Int, _ t: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "only \(t) \(t == 1 ? "update has" : "updates have") been made",
      hint: t == 0 ? "step makes one" : "back \(t) is the start",
      at: range
    )
  }

  static func afterNow(_ wanted: Int, _ t: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "update \(wanted) has not been made: t is \(t)",
      hint: "goto \(wanted) makes it",
      at: range
    )
  }

  static func nothingToExplain(at range: SourceRange) -> Diagnostic {
    Diagnostic("no update has been made yet", hint: "step makes one", at: range)
  }

  static func nothingToPlot(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "nothing to plot",
      hint: "plot loss, plot path or plot x^2 for x from -3 to 3",
      at: range
    )
  }

  static func nothingTuned(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "nothing has been tuned yet",
      hint: "tune gd, adam on bowl for 50 finds the best alpha of each",
      at: range
    )
  }

  static func nothingSaid(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "the text after 'say' is empty",
      hint: "say what a learner with this answer should look at",
      at: range
    )
  }

  static func textInPlot(at range: SourceRange?) -> Diagnostic {
    Diagnostic("text cannot be plotted", hint: "for a title write title \"...\"", at: range)
  }

  static func unevenPoints(_ count: Int, _ across: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "\(count) values cannot lie over \(across)",
      hint: "both sides of vs must have as many elements",
      at: range
    )
  }

  static func oneHistogram(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "a histogram counts the values of one expression",
      hint: "write a plot for each",
      at: range
    )
  }

  static func tooManyBars(_ count: Int, _ most: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "\(count) bars are too many",
      hint: "take at most \(most), as by first(series, \(most)), or a histogram",
      at: range
    )
  }

  static func pathNeedsTwo(_ count: Int) -> Diagnostic {
    Diagnostic(
      "a path is drawn for one or two parameters, not \(count)",
      hint: "plot loss instead"
    )
  }

  static func stepNeedsTwo(_ count: Int) -> Diagnostic {
    Diagnostic(
      "a step is drawn for one or two parameters, not \(count)",
      hint: "explain writes it out"
    )
  }

  static var noFormula: Diagnostic {
    Diagnostic(
      "a network has no formula to differentiate twice",
      hint: "minimize a formula of a few parameters"
    )
  }

  static func tooManyParameters(_ count: Int, _ most: Int) -> Diagnostic {
    Diagnostic("second derivatives are shown for at most \(most) parameters, not \(count)")
  }

  static var noCurvature: Diagnostic {
    Diagnostic("the second derivatives are not finite here", hint: "hessian shows them")
  }

  static func tooManyRows(_ count: Int, _ most: Int) -> Diagnostic {
    Diagnostic("\(count) rows are too many", hint: "take at most \(most): every N or last N")
  }

  static func seriesInColumn(
    _ text: String,
    _ count: Int,
    component: String?,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "'\(text)' is a series of \(count) values at each step",
      hint: component.map { "take one component: \($0)" } ?? "take one element, a mean or a norm",
      at: range
    )
  }

  static func unknownData(_ name: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown data set '\(name)'",
      hint: Suggestion.hint(for: name, among: known) ?? "data lists them",
      at: range
    )
  }

  static func unknownTopic(
    _ name: String,
    _ known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "help knows nothing of '\(name)'",
      hint: Suggestion.hint(for: name, among: known) ?? "help lists the commands",
      at: range
    )
  }
}
