import Lessons
import Testing

@Suite struct OutputMatcherTests {
  static let same: [(String, String)] = [
    ("0.81", "0.8100000000000001"), ("0.333", "0.333333"), ("0.33", "0.3349"),
    ("1.2e-5", "1.2344e-05"), ("-0.00", "0.001"), ("−4.9", "-4.9"), ("-4.9", "−4.9"),
    ("nan inf", "nan inf"), ("3", "3.0"), ("x = 0.5, y = 2", "x = 0.5004e0, y = 2"),
    ("", ""), ("", "\n  \n"), ("a", "a   \n\n"), ("a\n\n", "a"),
    ("...", ""), ("...", "a\nb"), ("a\n...\nz", "a\nz"), ("a\n...\nz", "a\nb\nz\nz"),
    ("...\nb\n...", "a\nb\nc"), ("...\n...", "x"), ("a\n...", "a"),
    ("loss [...] end", "loss 1 2 3 end"), ("[...]", "anything"), ("[...]x[...]x", "axbx"),
    ("t = [...], w = 0.90", "t = 7, w = 0.9"), ("0.1[...]", "0.123"), ("a[...]a", "aa"),
    ("t  x\n1  0.5", "   t      x\n   1    0.5"), ("1 0.50", "1  0.5"),
    ("10y^2 + beta1", "10y^2 + beta1"), ("12345678901234567", "12345678901234567"),
    ("step 3: 2.50", "step 3: 2.4999999"), ("1.5 (2.5)", "1.5 (2.46)"),
  ]

  @Test("output that is as the lesson shows it", arguments: same)
  func matches(expected: String, actual: String) {
    #expect(OutputMatcher().matches(expected: expected, actual: actual))
  }

  static let different: [(String, String)] = [
    ("0.81", "0.82"), ("0.333333", "0.33"), ("3", "3.2"), ("50", "51"), ("1.2e-5", "1.3e-5"),
    ("nan", "inf"), ("a", "b"), ("a", "a\nb"), ("a\nb", "a"), ("a: b", "a:  b│"), ("", "a"),
    ("a", ""),
    ("...\nb", "a\nb\nc"), ("a\n...\nb", "a\nc"), ("a\n...\na", "a"), ("[...]x", "xy"),
    ("a[...]a", "a"), ("beta1", "beta2"), ("beta1", "beta1.2"), ("v_1.5", "v_1.52"),
    ("│ ⣀  x", "│  ⣀ x"), ("  |  *", "  | *"), ("12345678901234567", "12345678901234569"),
    ("t  x\n1  0.5", "t  x\n1  0.7"), ("a\n\nb", "a\nb"), ("0.1 2", "0.12"), ("a.b", "axb"),
    ("x...", "xyz"), (".*", "abc"), ("2.0[...]", "12.05"),
  ]

  @Test("output that is not", arguments: different)
  func differs(expected: String, actual: String) {
    #expect(!OutputMatcher().matches(expected: expected, actual: actual))
  }

  @Test func exactMeansTheWrittenText() {
    #expect(!OutputMatcher(isExact: true).matches(expected: "0.81", actual: "0.810"))
    #expect(OutputMatcher(isExact: true).matches(expected: "a [...]", actual: "a 0.1"))
  }

  @Test func toleranceReplacesThePrecision() {
    let matcher = OutputMatcher(tolerance: 1e-3)
    #expect(matcher.matches(expected: "1.0000", actual: "1.0009"))
    #expect(matcher.matches(expected: "1000", actual: "1000.9"))
    #expect(!matcher.matches(expected: "1.0000", actual: "1.0021"))
  }

  @Test func manyWildcardsTakeNoExponentialTime() {
    let line = String(repeating: "a[...]", count: 400) + "b"
    #expect(!OutputMatcher().matches(expected: line, actual: String(repeating: "a", count: 2000)))
    let lines = String(repeating: "...\na\n", count: 400) + "...\nb"
    let found = String(repeating: "a\n", count: 2000)
    #expect(!OutputMatcher().matches(expected: lines, actual: found))
  }
}
