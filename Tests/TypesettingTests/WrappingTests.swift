import Testing
import Typesetting

@Suite struct WrappingTests {
  @Test(
    "lines that are too wide are broken at blanks",
    arguments: [
      ("a bc", "a bc"), ("one two three", "one two\nthree"),
      ("one two three\n", "one two\nthree\n"),
      ("  one two three", "  one two\n  three"), ("a\none two three\nb", "a\none two\nthree\nb"),
      ("onetwothreefour", "onetwothreefour"), ("ab  one two three", "ab  one\n    two\n    three"),
      ("one two   ", "one two"), ("日本 日本 日本", "日本 日本\n日本"), ("", ""), ("\n", "\n"),
      ("a = 1  b = 2  c = 3", "a = 1\nb = 2\nc = 3"), ("a  b c  d e", "a  b c\nd e"),
      ("one two\n\nthree four", "one two\n\nthree\nfour"),
    ]
  )
  func wraps(text: String, wrapped: String) {
    #expect(StyledText(text).wrapped(to: 9).plain == wrapped)
  }

  @Test("styles stay with their words")
  func styles() {
    var text = StyledText("one ", .bad)
    text.append("two th", .good)
    text.append("ree", .name)
    var wanted = StyledText("one", .bad)
    wanted.append("\n")
    wanted.append("two", .good)
    wanted.append("\n")
    wanted.append("th", .good)
    wanted.append("ree", .name)
    #expect(text.wrapped(to: 5) == wanted)
  }

  @Test("nothing is lost but blanks where a line ends", arguments: 1..<40)
  func keepsAll(width: Int) {
    let list = "  :undo [N]      take back the last thing, or the last N"
    let text = StyledText(list + "\nhint: try β once")
    let wrapped = text.wrapped(to: width).plain
    #expect(wrapped.filter { !$0.isWhitespace } == text.plain.filter { !$0.isWhitespace })
    let longest = wrapped.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
    for line in wrapped.split(separator: "\n") {
      #expect(DisplayWidth.columns(String(line)) <= max(width, width / 2 + longest, 2 + longest))
    }
  }
}
