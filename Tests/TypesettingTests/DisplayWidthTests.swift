import Testing
import Typesetting

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("v\u{302}", 1), ("θₜ₊₁", 4), ("日本", 4), ("🙂", 2), ("한글", 4),
    ("a\u{200D}b", 2), ("✔\u{FE0F}", 1), ("\u{1B}[0m", 3), ("a\tb", 2), ("é", 1), ("⎛─√", 3),
    ("\u{1160}", 0), ("ａ", 2), ("𝔼ℝℒ", 3), ("x\u{20D7}", 1), ("\u{85}", 0),
    ("👍🏽", 2), ("👨\u{200D}👩\u{200D}👧", 2), ("🏃\u{200D}♀\u{FE0F}!", 3), ("日🏽", 2), ("a🏽", 3), ("🇩🇪", 2),
  ])
  func `columns are counted as a terminal draws them`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(text) == columns)
  }

  @Test func `padding counts columns, not characters`() {
    #expect(DisplayWidth.padded("v\u{302}", to: 3) == "v\u{302}  ")
    #expect(DisplayWidth.padded("日", to: 4, alignment: .right) == "  日")
    #expect(DisplayWidth.padded("ab", to: 5, alignment: .centre) == " ab  ")
    #expect(DisplayWidth.padded("abcdef", to: 3) == "abcdef")
  }

  @Test func `a cut text keeps within its width and says that it was cut`() {
    #expect(DisplayWidth.truncated("abcdef", to: 6) == "abcdef")
    #expect(DisplayWidth.truncated("abcdef", to: 4) == "abc…")
    #expect(DisplayWidth.truncated("日本語", to: 4) == "日…")
    #expect(DisplayWidth.truncated("v\u{302}abc", to: 2) == "v\u{302}…")
    #expect(DisplayWidth.truncated("abc", to: 0) == "")
  }

  @Test func `shortened names stay apart`() {
    func short(_ names: [String], _ width: Int) -> [String] {
      DisplayWidth.shortened(names, to: width)
    }
    let ends = ["adam(alpha=0.1, beta1=0.9)", "adam(alpha=0.1, beta1=0.8)"]
    #expect(short(ends, 14) == ["adam(al…1=0.9)", "adam(al…1=0.8)"])
    let middles = ["adam(alpha=0.1, beta1=0.9, eps=1e-8)", "adam(alpha=0.2, beta1=0.9, eps=1e-8)"]
    #expect(short(middles, 16) == ["adam(…0.1, beta…", "adam(…0.2, beta…"])
    #expect(short(middles + middles, 16) == short(middles, 16) + short(middles, 16))
    #expect(short(["abc1", "abc2"], 3) == ["a…1", "a…2"])
    #expect(short(["abc", "abd"], 3) == ["abc", "abd"])
  }

  @Test func `a shortened text keeps both ends`() {
    #expect(DisplayWidth.shortened("abcdefghij", to: 10) == "abcdefghij")
    #expect(DisplayWidth.shortened("abcdefghij", to: 7) == "abc…hij")
    #expect(DisplayWidth.shortened("日本語日本語日本語", to: 11) == "日本…本語")
    #expect(DisplayWidth.shortened("abcdefghv\u{302}j", to: 7) == "abc…hv\u{302}j")
    #expect(DisplayWidth.shortened("abcdefghij", to: 4) == "abc…")
  }
}
