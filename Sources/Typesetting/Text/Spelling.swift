/// Finds what a misspelt word was probably meant to be.
package enum Spelling {
  /// The nearest of `words`: at most two slips away, one for a word of up to three letters; the
  /// first of equally near ones.
  package static func closest(to word: String, in words: [String]) -> String? {
    let letters = Array(word.utf8)
    let limit = letters.count <= 3 ? 1 : 2
    var best: String?
    var bestDistance = limit + 1
    for candidate in words {
      let other = Array(candidate.utf8)
      if abs(other.count - letters.count) >= bestDistance { continue }
      let distance = distance(letters, other)
      if distance < bestDistance && distance < max(letters.count, other.count) {
        best = candidate
        bestDistance = distance
      }
    }
    return best
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other.
  package static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for i in 0..<first.count {
      var current = [i + 1]
      for j in 0..<second.count {
        let cost = first[i] == second[j] ? 0 : 1
        var value = min(last[j] + cost, last[j + 1] + 1, current[j] + 1)
        if i > 0 && j > 0 && first[i] == second[j - 1] && first[i - 1] == second[j] {
          value = min(value, beforeLast[j - 1] + 1)
        }
        current.append(value)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
