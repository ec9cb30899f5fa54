import Testing

@testable import Lessons

@Suite struct OutputMergeTests {
  static let cases: [(expected: String, actual: String, merged: String)] = [
    // What still matches stays as written.
    ("0.33\n5", "0.333333\n6", "0.33\n6"),
    ("a\n...\nz", "a\nb\nc\ny", "a\n...\ny"),
    ("...\n5", "1\n2\n6", "...\n6"),
    ("x [...]\n1", "x 17\n2", "x [...]\n2"),
    // Changed numbers take the precision that was written.
    ("loss 0.25 at 3", "loss 0.312345 at 4", "loss 0.31 at 4"),
    ("1.0000", "2.12345678", "2.1235"),
    ("alpha=0.03162277660168379", "alpha=0.0316228", "alpha=0.0316228"),
    ("1.0000", "2.5", "2.5000"),
    // Columns keep their right edge.
    ("  t     x\n  9  0.50", "  t     x\n 10  12.125", "  t     x\n 10 12.13"),
    // A column that was moved by a longer neighbour.
    (
      "gd   slow\nadam fast", "gd        slow\nadam fast\nrmsprop   even",
      "gd        slow\nadam fast\nrmsprop   even"
    ),
    ("a", "b\nc", "b\nc"),
    ("a\nb\nc", "a\nc", "a\nc"),
    ("", "a", "a"),
    ("a", "", ""),
  ]

  @Test("a fence is brought up to date", arguments: cases)
  func merges(expected: String, actual: String, merged: String) {
    let merge = OutputMerge(expected: expected, actual: actual, matcher: OutputMatcher())
    #expect(merge.lines.joined(separator: "\n") == merged)
    #expect(OutputMatcher().matches(expected: merge.lines.joined(separator: "\n"), actual: actual))
  }

  static let roundings: [(String, Int, String?)] = [
    ("1.005", 2, "1.01"), ("-0.004", 2, "0.00"), ("9.99", 1, "10.0"), ("-9.96", 1, "-10.0"),
    ("3", 2, "3.00"), ("1e5", 2, nil), ("nan", 2, nil),
  ]

  @Test("decimals are rounded as they are written", arguments: roundings)
  func rounds(text: String, decimals: Int, rounded: String?) {
    #expect(DecimalText.rounded(text, decimals: decimals) == rounded)
  }
}
