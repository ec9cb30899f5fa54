import Testing
import Typesetting

@Suite struct TeXErrorTests {
  struct Broken: Sendable {
    var source: String
    var column: Int
    var message: String
    var hint: String?

    init(_ source: String, _ column: Int, _ message: String, _ hint: String? = nil) {
      self.source = source
      self.column = column
      self.message = message
      self.hint = hint
    }
  }

  static let table: [Broken] = [
    Broken(#"\badmacro x"#, 1, #"unknown command '\badmacro'"#),
    Broken(#"\frac{a"#, 6, "this '{' is never closed"),
    Broken("a_b_c", 4, "two subscripts on one thing: use braces", "a_{b_c}"),
    Broken("a }", 3, "this '}' closes nothing"),
    Broken(#"\left( x"#, 1, #"'\left' has no '\right'"#),
    Broken(
      #"\begin{foo} x"#,
      8,
      "unknown environment 'foo'",
      "one of aligned, bmatrix, cases, matrix, pmatrix, vmatrix"
    ),
    Broken(#"\frac"#, 1, #"'\frac' has no numerator"#, #"\frac{a}{b}"#),
    Broken("x^", 2, "nothing follows '^'"),
    Broken(#"\aplha + 1"#, 1, #"unknown command '\aplha'"#, #"did you mean '\alpha'?"#),
    Broken(#"1 \cr 2"#, 3, #"unknown command '\cr'"#, #"write \\"#),
    Broken(
      #"x \not\in A"#,
      3,
      #"unknown command '\not'"#,
      #"write \notin for \not\in, \ne for \not="#
    ),
    Broken(#"\hbar"#, 1, #"unknown command '\hbar'"#),
    Broken(#"\mathsf{T}"#, 1, #"unknown command '\mathsf'"#, #"write \mathrm{...}"#),
    Broken(#"\mathbb{1}"#, 1, #"'\mathbb' has no '1'"#, #"\mathbf{1} has digits"#),
    Broken(#"1 + \sqr{x}"#, 5, #"unknown command '\sqr'"#, #"did you mean '\sqrt'?"#),
    Broken(
      #"\argmin_x f"#,
      1,
      #"unknown command '\argmin'"#,
      #"write \operatorname*{argmin}"#
    ),
    Broken("a^b^c", 4, "two superscripts on one thing: use braces", "a^{b^c}"),
    Broken("x^10", 3, "'^' takes one character: use braces", "^{10}"),
    Broken("x^-1", 3, "'^' takes one character: use braces", "^{-1}"),
    Broken("f'^2", 3, "a power after a prime: use braces", "{f'}^2"),
    Broken(
      "a & b",
      3,
      "'&' belongs in aligned, cases or a matrix",
      #"write '\&' for the sign"#
    ),
    Broken(
      #"a \\ b"#,
      3,
      "a line break belongs in aligned, cases or a matrix",
      #"\begin{aligned} ... \\ ... \end{aligned}"#
    ),
    Broken(#"\begin{align} a \end{align}"#, 8, "unknown environment 'align'", "use 'aligned'"),
    Broken(
      #"\begin{case} a \end{case}"#,
      8,
      "unknown environment 'case'",
      "did you mean 'cases'?"
    ),
    Broken(#"\begin{aligned} a"#, 1, #"'\begin{aligned}' has no '\end{aligned}'"#),
    Broken(
      #"\begin{aligned} a \end{cases}"#,
      19,
      #"'\end{cases}' closes '\begin{aligned}'"#
    ),
    Broken(#"\left( x \right"#, 10, #"'\right' has no bracket"#),
    Broken(
      #"\left x \right)"#,
      7,
      "'x' is no bracket",
      #"one of ( ) [ ] | \{ \} \lVert \rVert \langle \rangle"#
    ),
    Broken(#"a \right)"#, 3, #"'\right' has no '\left'"#),
    Broken(#"\sqrt[3"#, 6, "this '[' is never closed"),
    Broken(#"\frac{a}"#, 1, #"'\frac' has no denominator"#, #"\frac{a}{b}"#),
    Broken(
      #"\mathbf{\theta}"#,
      1,
      #"'\mathbf' has no 'θ'"#,
      #"\boldsymbol{...} has Greek letters"#
    ),
    Broken("50%", 3, "'%' is a sign of TeX itself", #"write '\%'"#),
    Broken(
      "$x$",
      1,
      "a '$' inside a formula",
      #"the formula is mathematics already; the sign is '\$'"#
    ),
    Broken("a é", 3, "'é' is not part of a formula", #"words go into \text{...}"#),
    Broken("\u{1B}[0m", 1, "'^[' is not part of a formula", #"words go into \text{...}"#),
    Broken(#"\text{a $b$}"#, 9, #"'$' inside '\text'"#),
    Broken(#"\text x"#, 1, #"'\text' wants braces"#, #"\text{...}"#),
    Broken("x\\", 2, #"a '\' with nothing after it"#),
    Broken("\\text{v\u{302}} }", 10, "this '}' closes nothing"),
  ]

  @Test(arguments: table)
  func `a broken formula is an error with column, message and hint`(broken: Broken) {
    let expected = MathError(column: broken.column, message: broken.message, hint: broken.hint)
    #expect(throws: expected) { try TeX.parse(broken.source) }
  }

  @Test(arguments: ["{", #"\left("#, "(", #"\hat"#, "x^{", #"\sqrt[\sqrt{"#, #"\begin{cases}"#])
  func `nesting stops at the limit`(opening: String) {
    let source = String(repeating: opening, count: 150)
    #expect {
      try TeX.parse(source)
    } throws: {
      ($0 as? MathError)?.message == "nested more than 100 levels deep"
    }
  }

  @Test func `length, rows and columns have limits`() {
    let long = String(repeating: "x", count: TeX.maximumLength + 1)
    #expect(throws: MathError(column: 1, message: "the formula has more than 10000 characters")) {
      try TeX.parse(long)
    }
    let rows = #"\begin{matrix}"# + String(repeating: #"a\\"#, count: 101) + #"\end{matrix}"#
    #expect(throws: MathError(column: 15 + 3 * 100 - 2, message: "more than 100 rows")) {
      try TeX.parse(rows)
    }
    let columns = #"\begin{matrix}"# + String(repeating: "a&", count: 51) + #"\end{matrix}"#
    #expect(throws: MathError(column: 15 + 2 * 50, message: "more than 50 columns")) {
      try TeX.parse(columns)
    }
  }

  @Test func `a column becomes a line and a column`() {
    let error = MathError(column: 8, message: "")
    #expect(error.position(in: "a + b\n= }") == (2, 2))
    #expect(MathError(column: 3, message: "").position(in: "a + b") == (1, 3))
  }
}
