import Formulas

/// A verb of the language: how it is written, how it runs and everything said about it.
///
/// Reading, completion, colours, help, the reference page and the tests read this.
package struct Command: Sendable {
  /// What a command is to the cell that it stands in.
  package enum Role: Sendable {
    case plain
    /// Answers a question and leaves the notebook as it was.
    case question
    /// Gives a name its meaning; only such a command may touch the bracket behind it.
    case definition
    /// Is silent, or an error once the reactions behind it were asked.
    case expectation
    /// Says what a failed expectation comes from.
    case reaction
  }

  package var name: String
  /// Whether it is a name where `=` follows: no verb that came later takes one away.
  package var mayBeName: Bool
  package var role: Role
  package var usage: String
  package var summary: String
  /// Paragraphs for its help page.
  package var details: [String]
  /// A cell that runs on its own.
  package var example: String
  /// The ways in which it goes on; the first that its words begin with is meant.
  package var forms: [Form]
  /// Reads the rest of the statement and does it; long work is handed back to be done in slices.
  var run: @Sendable (inout CommandContext) throws(Diagnostic) -> Work?

  init(
    _ name: String,
    _ role: Role = .plain,
    usage: String,
    summary: String,
    details: [String] = [],
    example: String,
    forms: Form...,
    mayBeName: Bool = false,
    run: @escaping @Sendable (inout CommandContext) throws(Diagnostic) -> Work?
  ) {
    self.name = name
    self.mayBeName = mayBeName
    self.role = role
    self.usage = usage
    self.summary = summary
    self.details = details
    self.example = example
    self.forms = forms
    self.run = run
  }

  /// All clauses, each once.
  package var clauses: [Clause] {
    var clauses: [Clause] = []
    for clause in forms.flatMap({ $0.clauses })
    where !clauses.contains(where: { $0.word == clause.word }) {
      clauses.append(clause)
    }
    return clauses
  }
}
