import Testing
import Typesetting

@Suite struct SpellingTests {
  static let words = ["alpha", "beta", "step", "adam", "gd"]

  @Test(arguments: [
    ("aplha", "alpha"), ("alhpa", "alpha"), ("stpe", "step"), ("adm", "adam"), ("betaa", "beta"),
    ("adam", "adam"), ("zzz", nil), ("x", nil), ("", nil), ("gdd", "gd"),
  ])
  func `the nearest word is suggested, nothing far away`(word: String, suggestion: String?) {
    #expect(Spelling.closest(to: word, in: Self.words) == suggestion)
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3)])
  func `a swap of neighbours is one slip`(first: String, second: String, distance: Int) {
    #expect(Spelling.distance(Array(first.utf8), Array(second.utf8)) == distance)
    #expect(Spelling.distance(Array(second.utf8), Array(first.utf8)) == distance)
  }
}
