import Arithmetic
import Formulas

// The words for what can be wrong with a statement's words and numbers.

extension Diagnostic {
  static func unknownCommand(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown command '\(name)'",
      hint: Suggestion.hint(for: name, among: CommandCatalog.names) ?? "help lists the commands",
      at: range
    )
  }

  static func trailing(_ token: Token, after command: String) -> Diagnostic {
    var diagnostic = Diagnostic.unexpected(token)
    diagnostic.message += " after '\(command)'"
    let clauses = CommandCatalog.command(command)?.clauses.map { $0.word.rawValue } ?? []
    diagnostic.hint =
      token.name.flatMap { Suggestion.hint(for: $0, among: clauses) }
      ?? CommandCatalog.command(command).map { "write \($0.usage)" }
    return diagnostic
  }

  static func clause(_ token: Token, of command: String, _ known: [String]) -> Diagnostic {
    var diagnostic = Diagnostic.unexpected(token)
    diagnostic.hint =
      token.name.flatMap { Suggestion.hint(for: $0, among: known) }
      ?? "after '\(command)' may follow \(known.joined(separator: ", "))"
    return diagnostic
  }

  static func reservedWord(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "'\(name)' is a word of the language",
      hint: "choose another name",
      at: range
    )
  }

  static func builtInFunction(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("'\(name)' is a built-in function", hint: "choose another name", at: range)
  }

  static func nameTaken(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("the name '\(name)' is taken", hint: "choose another name", at: range)
  }

  static func callsItself(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "'\(name)' cannot use itself",
      hint: "what goes on and on is a rule, and step",
      at: range
    )
  }

  static func dottedAssignment(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "'\(name)' cannot be assigned",
      hint: "names with a dot are parts of others",
      at: range
    )
  }

  static func liveQuantity(
    _ name: String,
    _ quantity: LiveQuantity,
    of problem: Problem,
    at range: SourceRange
  ) -> Diagnostic {
    switch quantity {
    case .setting:
      Diagnostic(
        "'\(name)' is a setting of the running optimizer",
        hint: "write set \(name)=...",
        at: range
      )
    case .parameter:
      Diagnostic(
        "'\(name)' is a parameter of the running experiment",
        hint: problem.objective.training == nil
          ? "another start is given with minimize ... from (\(name)=...)"
          : "another start is given with train ... seed 2",
        at: range
      )
    default:
      Diagnostic(
        "'\(name)' belongs to the running experiment",
        hint: "choose another name",
        at: range
      )
    }
  }

  static func tooManyKept(_ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "more than \(most) values in all series together",
      hint: "assign a number to a series that is not needed any more",
      at: range
    )
  }

  static func needsCount(
    _ what: String,
    _ minimum: Int,
    _ value: Double,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "\(what) must be a whole number of at least \(minimum), not \(NumberText.shortest(value))",
      at: range
    )
  }

  static func tooLarge(
    _ what: String,
    _ value: Double,
    most: Double,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "\(NumberText.shortest(value)) is too large for \(what)",
      hint: "take at most \(NumberText.shortest(most))",
      at: range
    )
  }

  static func needsPositive(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("\(what) must be a finite number of at least 0", at: range)
  }
}
