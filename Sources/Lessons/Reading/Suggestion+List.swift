import Formulas

extension Suggestion {
  /// "did you mean ...?", or the whole list where nothing is near.
  static func hintOrList(for word: String, among words: [String]) -> String {
    hint(for: word, among: words) ?? "one of: " + words.joined(separator: ", ")
  }
}
