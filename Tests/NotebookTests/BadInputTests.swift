import Formulas
import Notebook
import Testing

/// What a hostile or hapless writer may send: one clear diagnostic each, and the session goes on.
@Suite struct BadInputTests {
  private func first(_ cell: String) -> Diagnostic? {
    var session = Session(host: Host(updateLimit: 5_000))
    _ = session.run(cell: "a = 7\nminimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)\nstep 5")
    let result = session.run(cell: cell)
    #expect(session.run(cell: "a + t").text() == "12", "the session goes on")
    // Whatever happened, all forms of the answer can be made.
    #expect(!result.html(identifier: "cell").utf8.contains(0))
    for statement in result.statements { _ = statement.json(file: "-") }
    return result.diagnostic
  }

  private func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func `deep nesting`() {
    let deep = "nested more than 200 deep"
    for (opening, closing) in [("(", ")"), ("[", "]"), ("sqrt(", ")"), ("2(", ")"), ("[[", "]]")] {
      for depth in [201, 20_000] {
        #expect(first(times(opening, depth) + "1" + times(closing, depth))?.message == deep)
      }
    }
    for prefix in ["-", "not ", "+", "2^", "2^-", "x^", "- -"] {
      for depth in [301, 20_000] { #expect(first(times(prefix, depth) + "1")?.message == deep) }
    }
    #expect(
      first("rule r { w = " + times("(", 300) + "g" + times(")", 300) + " }")?.message == deep
    )
    #expect(
      first("minimize " + times("sin(", 300) + "x" + times(")", 300) + " from 1")?.message == deep
    )
    #expect(first("f(u) = " + times("(", 201) + "u" + times(")", 201))?.message == deep)
  }

  @Test func `long chains`() {
    let long = "more than 300 operations in one another"
    for link in ["1 + ", "1 - ", "a * ", "a / ", "true and ", "false or ", "x^2 + "] {
      #expect(first(times(link, 20_000) + "1")?.message == long)
    }
    #expect(first("a" + times("[1]", 20_000))?.message == long)
    #expect(first("b = " + times("1 + ", 250) + "1\nb + nope")?.message == "unknown name 'nope'")
    #expect(first("minimize " + times("x*", 20_000) + "x from 1")?.message == long)
  }

  @Test func `long numbers`() {
    #expect(first(times("7", 400)) == nil)
    for length in [401, 1_000, 1_000_000] {
      #expect(first(times("7", length))?.message == "a number of more than 400 characters")
    }
    #expect(first("0." + times("3", 1_000))?.message == "a number of more than 400 characters")
    #expect(first("1e" + times("9", 1_000))?.message == "a number of more than 400 characters")
    #expect(first("x²" + times("⁹", 1_000))?.message == "a number of more than 400 characters")
    #expect(first("1e99999") == nil)
  }

  @Test func `a megabyte in one line`() {
    #expect(first(times("a", 1_000_000))?.message.hasPrefix("unknown name 'aaaa") == true)
    #expect(first(times(" ", 1_000_000)) == nil)
    #expect(first("#" + times("(", 1_000_000)) == nil)
    #expect(first("\"" + times("a", 1_000_000))?.message == "this '\"' is never closed")
    #expect(first(times("1 ", 100_000))?.message == "unexpected number 1")
    #expect(first(times(";", 200_000)) == nil)
    #expect(first(times("1;", 5_000)) == nil)
    #expect(first("[" + times("1,", 50_000) + "1]") == nil)
  }

  @Test(arguments: [
    ("(1 + 2", "this '(' is never closed"), ("1 + 2)", "this ')' closes nothing"),
    ("[1, 2)", "')' cannot close '['"), ("rule r { w = w", "this '{' is never closed"),
    ("}", "this '}' closes nothing"), ("f(u = 2", "this '(' is never closed"),
  ])
  func `unbalanced brackets`(cell: String, message: String) {
    #expect(first(cell)?.message == message)
  }

  @Test(arguments: [
    ("f(u) = f(u)", "'f' cannot use itself"),
    ("f(u) = 1 + [1, f(u)][1]", "'f' cannot use itself"),
    ("f(u) = g(u); g(u) = f(u); f(1)", "'f' calls itself more than 64 deep"),
    (
      "f(u) = g(u); g(u) = h(u); h(u) = f(u); minimize f(z) from 1",
      "'g' calls itself more than 64 deep"
    ),
    ("f(u) = g(u); g(u) = f(u); table f(x)", "'f' calls itself more than 64 deep"),
    ("f(u) = g(u); g(u) = f(u); use gd(f(1))", "'f' calls itself more than 64 deep"),
  ])
  func `definitions in circles`(cell: String, message: String) {
    #expect(first(cell)?.message == message)
  }

  @Test func `definitions that double at each level`() {
    var cell = "f0(u) = u + 1\n"
    for level in 1...60 { cell += "f\(level)(u) = f\(level - 1)(u) + f\(level - 1)(u)\n" }
    #expect(first(cell + "f60(1)")?.message == "this takes more than 10000 function calls")
    #expect(
      first(cell + "plot f60(u) for u from 0 to 1")?.message
        == "this takes more than 10000 function calls"
    )
    #expect(
      first(cell + "minimize f60(z) from 1")?.message
        == "more than 5000 terms once the functions are written out"
    )
    #expect(
      first(cell + "use gd(f60(t))")?.message
        == "more than 5000 terms once the functions are written out"
    )
    let doubled = first("u = [1, 2]\n" + times("u = [u, u]\n", 40))
    #expect(doubled?.message == "1048576 values are too many")
    var kept = "u0 = range(1, 1e6)\n"
    for index in 1..<25 { kept += "u\(index) = u0\n" }
    #expect(first(kept)?.message == "more than 20000000 values in all series together")
  }

  @Test(arguments: [
    ("step 1e18", "1e18 is too large for steps"),
    ("step -1", "steps must be a whole number of at least 1, not -1"),
    ("step nan", "steps must be a whole number of at least 1, not nan"),
    ("step inf", "inf is too large for steps"), ("goto 1e16", "1e16 is too large for the update"),
    ("back 1e15", "only 5 updates have been made"),
    ("compare gd(0.1) for 1e18", "1e18 is too large for updates"),
    ("until loss < 0 within 1e18", "1e18 is too large for updates"),
    ("minimize x^2 from 1 seed 1e300", "1e300 is too large for a seed"),
    ("plot", "nothing to plot"), ("plot [], []", "nothing to plot"),
    ("plot nope", "unknown name 'nope'"),
    ("table nope.x", "unknown name 'nope.x'"), ("table x.nope", "unknown name 'x.nope'"),
    ("[1, 2] + [1, 2, 3]", "series of 2 and 3 values do not go together"),
    ("tune", "expected an optimizer such as adam(alpha=0.1)"),
    ("tune gd", "expected 'for' and a number of updates"),
    ("tune gd for 0", "updates must be a whole number of at least 1, not 0"),
    ("tune gd on x^2 for 5", "a problem is named here"),
    ("tune gd on bowel for 5", "unknown problem 'bowel'"),
    ("tune gd for 5 seeds 0", "seeds must be a whole number of at least 1, not 0"),
    ("tune gd for 5 seeds 1e6", "1000000 is too large for a number of seeds"),
    ("tune adam(alpha=0.1) for 5", "nothing of adam is left to tune"),
    ("tune momentum(nesterov) for 5", "'nesterov' cannot be tuned"),
    ("tune adam(beta1, beta2, eps) for 5", "more than 3 settings at once are too many"),
    ("plot tuning", "nothing has been tuned yet"),
    ("diff gd(0.1), adam(0.1) on bowl for 1e9", "1000000000 is too large for updates"),
    ("diff gd(0.1), adam(0.1), gd(0.2) for 5", "unexpected ','"),
    (
      "expect same gd(0.1), adam(0.1) on bowl for 0.5",
      "updates must be a whole number of at least 1, not 0.5"
    ),
    ("expect same gd(0.1) for 5", "expected ',' and a second optimizer"),
    ("derivative 3", "the formula has no parameter"),
    ("derivative floor(x) y", "unexpected word 'y' after 'derivative'"),
    ("modes gd(0.1) for 5", "unexpected word 'for' after 'modes'"),
    ("compare gd(0.1) for 5 seeds 0", "seeds must be a whole number of at least 1, not 0"),
    ("compare a = gd(0.1), a = gd(0.2) for 5", "the name 'a' is taken"),
    ("step = 3", "'step' is a word of the language"),
    ("step(n) = n", "'step' is a word of the language"),
    ("plot loss width 1e9", "width goes from 20 to 400"),
    ("minimize x + y from [1, 2]", "a number is needed here, not a series"),
    ("table t every -1", "rows must be a whole number of at least 1, not -1"),
    ("precision 1e9", "17 digits are all there are"),
    ("range(1, 1e300)", "1e300 values are too many"), ("a\0b", "unexpected character 'U+0'"),
    ("a = \u{1B}[31m", "unexpected character 'U+1B'"), ("\u{7}", "unexpected character 'U+7'"),
    ("\"\u{1B}[31m\" + 1", "a number or a series is needed here, not text"),
    ("data digits", "unknown data set 'digits'"),
  ])
  func `one clear message`(cell: String, message: String) {
    #expect(first(cell)?.message == message)
  }

  @Test(arguments: [
    ("1/0", "inf\nnote: 1 / 0 divides by zero"),
    ("log(-1)", "nan\nnote: log(-1) is not a real number"),
    ("a = 1\r\na + 1\r\n", "2"), ("\u{FEFF}1 + 1", "2"), ("1 +\t1", "2"),
    ("table t last 1e15 every 1e15", "t\n0"), ("table t from 5 to 3", "t"), ("", ""), (";;\n;", ""),
  ])
  func `odd, but fine`(cell: String, text: String) {
    var session = Session()
    _ = session.run(cell: "minimize x^2 from 1 with gd(0.1)\nstep 5")
    let result = session.run(cell: cell)
    #expect(result.diagnostic == nil)
    #expect(result.text() == text)
  }

  @Test func `an error shows control characters as text`() {
    var session = Session()
    for cell in ["a = \u{1B}", "nope\u{9B}", "# \u{1B}\n\"\u{1B}\" + 1", "2 3 \u{202E}", "\u{7F}"] {
      let text = session.run(cell: cell).text()
      #expect(text.hasPrefix("error: "))
      for scalar in text.unicodeScalars {
        let isControl =
          scalar.value < 32 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
          || scalar == "\u{202E}"
        if isControl { Issue.record("\(cell.debugDescription): U+\(scalar.value)") }
      }
    }
  }
}
