import Testing
import Typesetting

@Suite struct StyledTextTests {
  @Test func `neighbours of one style are one span`() {
    var text = StyledText("a", .name)
    text.append("b", .name)
    text.append("", .bad)
    text.append(StyledText("c"))
    #expect(text.spans == [.init("ab", .name), .init("c")])
    #expect(text.plain == "abc")
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b"]),
    ("\n", [""]), ("a\n\n", ["a", ""]),
  ])
  func `lines are what stands between line feeds`(text: String, lines: [String]) {
    #expect(StyledText(text, .good).lines.map(\.plain) == lines)
  }

  @Test func `styles survive the cut into lines`() {
    let text = StyledText("one\ntwo", .good) + StyledText(" three\n", .bad)
    #expect(
      text.lines.map(\.spans) == [
        [.init("one", .good)], [.init("two", .good), .init(" three", .bad)],
      ]
    )
    #expect(text.width == 9)
    #expect(StyledText(lines: text.lines).plain == "one\ntwo three")
  }

  @Test func `padding and cutting count columns`() {
    let text = StyledText("v\u{302}", .name) + StyledText("日本", .number)
    #expect(text.padded(to: 8, alignment: .right).plain == "   v\u{302}日本")
    #expect(text.padded(to: 3) == text)
    #expect(text.truncated(to: 4).plain == "v\u{302}日…")
    #expect(text.truncated(to: 3).plain == "v\u{302}…")
    #expect(text.truncated(to: 5) == text)
    #expect(text.restyled(.faint).spans == [.init("v\u{302}日本", .faint)])
    #expect(StyledText("\u{7}", .bad).mapText(VisibleControls.visible).spans == [.init("^G", .bad)])
  }
}
