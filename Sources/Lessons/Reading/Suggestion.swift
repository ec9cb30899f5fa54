/// "did you mean ...?": the nearest word by edit distance, when it is near enough.
enum Suggestion {
  static func hint(for word: String, among words: [String]) -> String {
    if let near = nearest(to: word, among: words) { return "did you mean '\(near)'?" }
    return "one of: " + words.joined(separator: ", ")
  }

  static func nearest(to word: String, among words: [String]) -> String? {
    if word.utf8.count > 40 { return nil }
    var best: (word: String, distance: Int)?
    for candidate in words {
      let distance = distance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
      if distance <= max(1, candidate.count / 3), distance < best?.distance ?? Int.max {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
