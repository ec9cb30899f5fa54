import Formulas

// The words for what can be wrong with a network and its data.

extension Diagnostic {
  static func unknownNetwork(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown network '\(name)'",
      hint: "there is mlp: train mlp(64, 32, 10) on digits with adam(alpha=0.001)",
      at: range
    )
  }

  static func networkLayers(_ count: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      count < 2
        ? "a network has at least inputs and outputs" : "\(count) layers are more than \(most)",
      hint: "mlp(64, 32, 10) has 64 inputs, 32 hidden units and 10 outputs",
      at: range
    )
  }

  static func networkTooLarge(_ count: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "\(count) parameters are too many",
      hint: "a network here has at most \(most)",
      at: range
    )
  }

  static func unknownWord(_ word: String, _ known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown word '\(word)'",
      hint: Suggestion.hint(for: word, among: known)
        ?? "it may be \(known.joined(separator: ", "))",
      at: range
    )
  }

  /// The data do not suit the network: the words are those of the data's reader.
  static func dataMisfit(
    _ message: String,
    _ name: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(message, hint: "data \(name) lists its columns", at: range)
  }
}
