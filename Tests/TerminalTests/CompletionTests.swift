import Terminal
import Testing
import Typesetting

@Suite struct CompletionTests {
  /// The border between before and after the cursor is written `|`.
  @Test(
    "Tab inserts what is certain and lists what is not",
    arguments: [
      ("st|", 0, ["step", "stats"], .list),
      ("ste|", 0, ["step"], .replace(deleting: 0, inserting: "p ")),
      ("s|", 0, ["step", "stop"], .replace(deleting: 0, inserting: "t")),
      ("use ad|", 4, ["adam", "adamw"], .replace(deleting: 0, inserting: "am")),
      ("lo|(x)", 0, ["log("], .replace(deleting: 0, inserting: "g(")),
      ("ste|p 3", 0, ["step"], .replace(deleting: 0, inserting: "p")),
      ("x + β|", 4, ["beta"], .replace(deleting: 1, inserting: "beta ")),
      ("x|", 0, ["y", "z"], .list), ("step|", 0, ["step"], .replace(deleting: 0, inserting: " ")),
      ("log(|", 0, ["log("], .nothing),
      ("\\alp|", 0, ["α"], .replace(deleting: 4, inserting: "α")),
      ("q|", 0, [], .nothing), ("q|", 9, ["quit"], .nothing),
      ("|", 0, ["step", "show"], .replace(deleting: 0, inserting: "s")),
    ] as [(String, Int, [String], Completion)]
  )
  func step(line: String, start: Int, texts: [String], expected: Completion) {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let candidates = texts.map { Candidate(text: $0, start: start) }
    #expect(Completion(candidates, before: parts[0], after: parts[1]) == expected)
  }

  @Test("summaries stand in a column and never pass the edge of the screen")
  func listing() {
    let candidates = [
      Candidate(text: "adam", summary: "both moments", start: 0),
      Candidate(text: "momentum", summary: "the first moment\nsecond row", start: 0),
      Candidate(text: "gd", start: 0),
    ]
    #expect(
      Completion.listing(candidates, columns: 80).map(\.plain) == [
        "  adam      both moments", "  momentum  the first moment", "  gd",
      ]
    )
    #expect(
      Completion.listing(candidates, columns: 20).map(\.plain) == [
        "  adam      both m…", "  momentum  the fi…", "  gd",
      ]
    )
  }
}
