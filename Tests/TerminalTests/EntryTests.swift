import Terminal
import Testing

@Suite struct EntryTests {
  static func isComplete(_ text: String) -> Bool {
    text.filter { $0 == "{" }.count <= text.filter { $0 == "}" }.count
  }

  @Test(
    "Enter submits what is complete and indents what is not",
    arguments: [
      ("step 3", .submit), ("", .submit), ("rule r {", .newRow("\n  ")),
      ("rule r { a", .newRow("\n  ")), ("r {\n    a", .newRow("\n    ")),
      ("r {\n  s {", .newRow("\n    ")), ("r {\n}", .submit), (":save {", .submit),
      ("r {\n  :quit", .submit), ("r {\n  a :b", .newRow("\n  ")),
      ("r {\n  ", .submit), ("r {\n  a\n", .submit), ("   ", .submit),
    ] as [(String, Entry.Enter)]
  )
  func enter(text: String, expected: Entry.Enter) {
    #expect(Entry.enter(text: text, before: text, isComplete: Self.isComplete) == expected)
  }

  @Test(
    "a command in the last row leaves an unfinished entry, whose rest is not lost",
    arguments: [
      ("step", "step", nil), (":quit", ":quit", nil), ("r {\n  :quit", ":quit", "r {"),
      ("r {\n  a\n:play", ":play", "r {\n  a"), ("a\n:b", "a\n:b", nil),
      ("r {\n  a\n  ", "r {\n  a", nil), ("r {\n\n\n", "r {", nil), ("", "", nil),
    ] as [(String, String, String?)]
  )
  func submitted(text: String, entry: String, abandoned: String?) {
    let result = Entry.submitted(text, isComplete: Self.isComplete)
    #expect(result.entry == entry)
    #expect(result.abandoned == abandoned)
  }

  @Test(
    "of a pasted transcript what was typed remains",
    arguments: [
      ("step 3\nshow\n", "step 3\nshow"),
      ("descent › step 3\nx = 1\ndescent › show\nx = 2\n", "step 3\nshow"),
      ("descent › r {\n  a\n}\noutput\ndescent ›\ndescent › b", "r {\n  a\n}\nb"),
      ("  descent › step", "step"), ("descent ›step", "descent ›step"),
      ("adam t=3 › show", "show"), ("a\r\nb\rc\r\n\r\n", "a\nb\nc"),
      ("a\tb\u{1B}[31mc\u{7}", "a  b[31mc"), ("\n\n", ""), ("", ""),
    ]
  )
  func transcript(pasted: String, expected: String) {
    let entry = Transcript.entry(
      fromPasted: pasted,
      prompts: ["descent › ", "adam t=3 › ", ""],
      isComplete: Self.isComplete
    )
    #expect(entry == expected)
  }
}
