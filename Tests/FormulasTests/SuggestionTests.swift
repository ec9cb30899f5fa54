import Formulas
import Testing

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("adm", ["gd", "adam", "adamw"], "adam"), ("stpe", ["step", "set"], "step"),
      ("Adam", ["adam"], "adam"), ("ab", ["xy"], nil), ("", ["a"], nil), ("q", ["a", "b"], nil),
      ("rosenbrok", ["ravine", "rosenbrock"], "rosenbrock"), ("tne", ["one", "ten"], "one"),
      (String(repeating: "a", count: 65), ["a"], nil),
    ] as [(String, [String], String?)]
  )
  func `the nearest name is suggested`(name: String, known: [String], nearest: String?) {
    #expect(Suggestion.nearest(to: name, among: known) == nearest)
  }
}
