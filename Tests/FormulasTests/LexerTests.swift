import Formulas
import Testing

@Suite struct LexerTests {
  /// The tokens in a spelling that a table can hold: `2000` `x` `"text"` `^`.
  private func spelled(_ source: String) throws -> [String] {
    var lexer = Lexer(source)
    return try lexer.all().map { token in
      switch token.kind {
      case .number(let value, _): "\(value)"
      case .name(let name): name
      case .text(let text): "\"\(text)\""
      case .sign(let sign): sign == .newline ? "newline" : sign.rawValue
      }
    }
  }

  @Test(arguments: [
    ("2e3", ["2000.0"]), ("2E3", ["2000.0"]), ("1.5e-3", ["0.0015"]), ("1.5e+3", ["1500.0"]),
    ("1.5e−3", ["0.0015"]), (".5", ["0.5"]), ("7", ["7.0"]), ("1e400", ["inf"]),
    ("1e-400", ["0.0"]), ("2 epochs", ["2.0", "epochs"]), ("2epochs", ["2.0", "epochs"]),
    ("2e3x", ["2000.0", "x"]), ("10y^2", ["10.0", "y", "^", "2.0"]),
    ("0.1", ["0.1"]), ("9007199254740993", ["9007199254740992.0"]),
  ])
  func `numbers are read to the last bit`(source: String, tokens: [String]) throws {
    #expect(try spelled(source) == tokens)
  }

  @Test(arguments: [
    ("2.50", 0.01), ("3", 1), ("1e3", 1000), ("1.5e-3", 0.0001), ("0.333", 0.001), (".5", 0.1),
  ])
  func `a number knows one unit of its last written digit`(source: String, unit: Double) throws {
    var lexer = Lexer(source)
    guard case .number(_, let found)? = try lexer.all().first?.kind else {
      Issue.record("no number")
      return
    }
    #expect(abs(found / unit - 1) < 1e-12)
  }

  @Test(arguments: [
    ("α", "alpha"), ("β1", "beta1"), ("β₁", "beta1"), ("beta₁₂", "beta12"), ("ε", "eps"),
    ("ϵ", "eps"), ("epsilon", "eps"), ("eps", "eps"), ("η", "eta"), ("θ", "theta"),
    ("λ", "lambda"), ("μ", "mu"), ("µ", "mu"), ("ρ", "rho"), ("σ", "sigma"), ("τ", "tau"),
    ("φ", "phi"), ("ω", "omega"), ("π", "pi"), ("γ", "gamma"), ("δ", "delta"), ("Δ", "Delta"),
    ("v̂", "v_hat"), ("s\u{302}", "s_hat"), ("\u{15D}", "s_hat"), ("ŵ1", "w_hat1"), ("W", "W"),
    ("dW", "dW"), ("v.x", "v.x"), ("v.β₁", "v.beta1"),
    ("seattle.temp_max", "seattle.temp_max"), ("a_1", "a_1"), ("____", "____"), ("é", "é"),
    ("шаг", "шаг"), ("平均", "平均"), ("cafe\u{301}", "caf\u{E9}"), ("tốc", "tốc"), ("مدى", "مدى"),
    ("𝛼", "alpha"), ("𝐱", "x"), ("ｘ", "x"), ("𝜽₁", "theta1"),
  ])
  func `a name has one spelling`(source: String, name: String) throws {
    #expect(try spelled(source) == [name])
  }

  @Test func `every Greek letter is its name`() throws {
    for entry in NameSpelling.greek {
      #expect(try spelled(String(Character(entry.letter))) == [entry.name])
    }
  }

  @Test(arguments: [
    ("2 × 3", ["2.0", "*", "3.0"]), ("2·3", ["2.0", "*", "3.0"]), ("2⋅3", ["2.0", "*", "3.0"]),
    ("6÷2", ["6.0", "/", "2.0"]), ("5−3", ["5.0", "-", "3.0"]), ("5–3", ["5.0", "-", "3.0"]),
    ("a≤b", ["a", "<=", "b"]), ("a≥b", ["a", ">=", "b"]), ("a≠b", ["a", "!=", "b"]),
    ("a≈b", ["a", "~=", "b"]), ("a**b", ["a", "^", "b"]), ("x²", ["x", "^", "2.0"]),
    ("x¹⁰", ["x", "^", "10.0"]), ("(x)³", ["(", "x", ")", "^", "3.0"]),
    ("a==b", ["a", "==", "b"]), ("a=b", ["a", "=", "b"]), ("adam?", ["adam", "?"]),
    ("5⁻²", ["5.0", "^", "-", "2.0"]), ("１＋１", ["1.0", "+", "1.0"]), ("|x|", ["|", "x", "|"]),
    ("1_000", ["1000.0"]), ("½x", ["0.5", "x"]), ("√x", ["√", "x"]), ("a∕b", ["a", "/", "b"]),
  ])
  func `signs that are pasted are understood`(source: String, tokens: [String]) throws {
    #expect(try spelled(source) == tokens)
  }

  @Test(arguments: [
    ("\"a b\"", "a b"), ("“a b”", "a b"), (#""a \"b\" \\ c""#, #"a "b" \ c"#), ("\"# ;\"", "# ;"),
    (#""a\nb""#, #"a\nb"#), ("\"\"", ""),
  ])
  func `text stands between double quotes`(source: String, text: String) throws {
    var lexer = Lexer(source)
    #expect(try lexer.all().map { $0.kind } == [.text(text)])
  }

  @Test(arguments: [
    ("a; b", 2), ("a\nb", 2), ("a\r\nb\r\n", 2), ("a # ; b\nc", 2), ("(a\nb)", 1), ("[1,\n2]", 1),
    ("r { a = 1\n b = 2; c = 3 }", 1), ("", 0), ("\n\n;;\n", 0), ("# only a comment", 0),
    ("\u{FEFF}a", 1), ("a\u{A0}", 1),
  ])
  func `statements end at a line's end or a semicolon outside brackets`(
    source: String,
    count: Int
  ) throws {
    var lexer = Lexer(source)
    var found = 0
    while try lexer.nextStatement() != nil { found += 1 }
    #expect(found == count)
  }

  @Test func `inside braces line ends and semicolons are tokens`() throws {
    #expect(
      try spelled("r {\n a = (1\n) ; b }")
        == ["r", "{", "newline", "a", "=", "(", "1.0", ")", ";", "b", "}"]
    )
  }

  @Test func `ranges count bytes, positions count characters`() throws {
    let source = "α = β₁ + nope"
    var lexer = Lexer(source)
    let token = try #require(try lexer.all().last)
    #expect(token.range == SourceRange(13, 17))
    #expect(token.range.position(in: source) == (1, 10, 4))
    #expect(SourceRange(2, 3).position(in: "a\nbc") == (2, 1, 1))
    #expect(SourceRange(0, 4).position(in: "a\nbc") == (1, 1, 1))
    #expect(SourceRange(4, 4).position(in: "a\nbc") == (2, 3, 1))
  }
}
