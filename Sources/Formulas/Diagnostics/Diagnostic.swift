/// What went wrong, where, and what to do next.
///
/// The words live in one place for each module: `Diagnostic+Formulas`, `Diagnostic+Notebook`. Lower
/// case, values in single quotes, no blame, no full stop.
package struct Diagnostic: Error, Equatable, Sendable {
  /// An expectation that did not hold is told from an error: grading counts it, a script fails.
  package enum Kind: Equatable, Sendable {
    case error
    case expectation
  }

  package var kind: Kind
  package var message: String
  package var hint: String?
  package var range: SourceRange?

  package init(
    _ message: String,
    hint: String? = nil,
    at range: SourceRange? = nil,
    kind: Kind = .error
  ) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.range = range
  }

  /// The same diagnostic, placed at `range` unless it already has a place.
  package func placed(at range: SourceRange?) -> Diagnostic {
    var copy = self
    if copy.range == nil { copy.range = range }
    return copy
  }
}
