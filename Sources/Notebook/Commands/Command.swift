import Formulas

/// A verb of the language: how it runs and everything said about it.
///
/// Help, completion, the reference page and the tests read this.
package struct Command: Sendable {
  package var name: String
  package var usage: String
  package var summary: String
  /// Paragraphs for its help page.
  package var details: [String]
  /// A cell that runs on its own.
  package var example: String
  /// Reads the rest of the statement and does it; long work is handed back to be done in slices.
  var run: @Sendable (inout CommandContext) throws(Diagnostic) -> Work?

  init(
    _ name: String,
    usage: String,
    summary: String,
    details: [String] = [],
    example: String,
    run: @escaping @Sendable (inout CommandContext) throws(Diagnostic) -> Work?
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.details = details
    self.example = example
    self.run = run
  }
}
