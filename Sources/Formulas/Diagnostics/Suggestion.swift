import Typesetting

/// The nearest of several names to one that is not known, for "did you mean".
package enum Suggestion {
  /// The candidate with the smallest edit distance, if that is at most a third of the longer
  /// length (and at least 1); the first of equals wins, so the order of candidates is the tie-break.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    let typed = lower(name)
    if typed.isEmpty || typed.count > 64 { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = lower(candidate)
      if other.isEmpty || candidate == name { continue }
      let limit = max(1, max(typed.count, other.count) / 3)
      if abs(typed.count - other.count) > limit { continue }
      let distance = Spelling.distance(typed, other)
      if distance <= limit, distance < (best?.distance ?? Int.max), distance < typed.count {
        best = (distance, candidate)
      }
    }
    return best?.name
  }

  /// "did you mean 'adam'?" for the nearest candidate.
  package static func hint(for name: String, among candidates: [String]) -> String? {
    nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// ASCII letters in lower case: `Adam` is near to `adam`.
  private static func lower(_ text: String) -> [UInt8] {
    text.utf8.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
  }
}
