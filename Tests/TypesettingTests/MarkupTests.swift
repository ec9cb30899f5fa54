import Testing
import Typesetting

@Suite struct MarkupTests {
  @Test(arguments: [
    ("plain θₜ text", "plain θₜ text"),
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"it's\"", "&quot;it&#39;s&quot;"),
    ("&amp;", "&amp;amp;"),
    ("a\u{0}b\u{1B}c\td\n", "a\u{FFFD}b\u{FFFD}c\td\n"),
    ("", ""),
  ])
  func `text is safe in markup and in quoted attributes`(text: String, escaped: String) {
    #expect(Markup.escape(text) == escaped)
  }
}
