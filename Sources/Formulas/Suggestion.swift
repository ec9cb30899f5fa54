/// The nearest of several names to one that is not known, for "did you mean".
package enum Suggestion {
  /// The candidate with the smallest edit distance, if that is at most a third of the longer
  /// length (and at least 1); the first of equals wins, so the order of candidates is the tie-break.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    let typed = Array(name.utf8)
    if typed.isEmpty || typed.count > 64 { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = Array(candidate.utf8)
      if other.isEmpty || candidate == name { continue }
      let limit = max(1, max(typed.count, other.count) / 3)
      if abs(typed.count - other.count) > limit { continue }
      let distance = editDistance(typed, other)
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

  /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
  static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(
          last[j + 1] + 1,
          row[j] + 1,
          last[j] + (asciiLower(a[i]) == asciiLower(b[j]) ? 0 : 1)
        )
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  private static func asciiLower(_ byte: UInt8) -> UInt8 {
    byte >= 65 && byte <= 90 ? byte + 32 : byte
  }
}
