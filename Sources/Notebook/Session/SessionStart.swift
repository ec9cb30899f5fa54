/// Where a notebook starts: what a lesson's front matter says of it.
///
/// A page carries it as text, `precision=3 seed=7`, so that its engine begins where the tool began.
package struct SessionStart: Equatable, Sendable {
  /// The seed where nobody says one.
  package static let standardSeed: UInt64 = 1

  /// Significant digits shown, 1 to 17; nil leaves the notebook's own.
  package var precision: Int?
  /// The seed of everything random that names none.
  package var seed: UInt64?

  package init(precision: Int? = nil, seed: UInt64? = nil) {
    self.precision = precision
    self.seed = seed
  }

  /// Empty where a notebook starts as usual.
  package var text: String {
    var words: [String] = []
    if let precision { words.append("precision=\(precision)") }
    if let seed { words.append("seed=\(seed)") }
    return words.joined(separator: " ")
  }

  /// Reads what `text` wrote; a word that is none of its own is passed by.
  package init(text: String) {
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=")
      if parts.count != 2 { continue }
      if parts[0] == "precision", let digits = Int(parts[1]), (1...17).contains(digits) {
        precision = digits
      } else if parts[0] == "seed" {
        seed = UInt64(parts[1])
      }
    }
  }
}
