import Arithmetic
import Formulas
import Testing

@Suite struct DiagnosticTests {
  static let reading: [WrongFormula] = [
    .init("(1 + 2", "this '(' is never closed", "add a ')'", at: 1),
    .init("a + [1, (2)", "this '[' is never closed", "add a ']'", at: 5),
    .init("1 + 2)", "this ')' closes nothing", "take it away, or open one first", at: 6),
    .init("[1, 2)", "')' cannot close '['", at: 6),
    .init("\"abc", "this '\"' is never closed", "add a '\"' before the line ends", at: 1),
    .init(
      "2e",
      "'2e' is no number: digits must follow the e",
      "for powers of e write exp(x)",
      at: 1,
      2
    ),
    .init(
      "1 + 3.5e-",
      "'3.5e' is no number: digits must follow the e",
      "for powers of e write exp(x)",
      at: 5,
      4
    ),
    .init(
      String(repeating: "7", count: 401),
      "a number of more than 400 characters",
      "17 digits are exact",
      at: 1,
      401
    ),
    .init("'a'", "unexpected character '''", "text stands in double quotes", at: 1),
    .init(
      "√2x",
      "where this root ends can be read in two ways",
      "write sqrt(x)^2 or sqrt(2*x)",
      at: 1,
      3
    ),
    .init(
      "√x^2",
      "where this root ends can be read in two ways",
      "write sqrt(x)^2 or sqrt(2*x)",
      at: 1,
      3
    ),
    .init(
      "sin⁻¹(x)",
      "the power -1 of a function can be read in two ways",
      "write 1/sin(x) or asin(x)",
      at: 1,
      6
    ),
    .init("0·5", "'·' multiplies", "the decimal point stands on the line: write 0.5", at: 1, 3),
    .init("a += 1", "'+=' has no meaning here", "write a = a + 1", at: 3, 2),
    .init("a := 1", "':=' has no meaning here", "to give a name a value write a = 3", at: 3, 2),
    .init("// a", "'//' has no meaning here", "a comment begins with '#'", at: 1, 2),
    .init(
      "5 // 2",
      "'//' has no meaning here",
      "a quotient without its rest: write floor(5/2)",
      at: 3,
      2
    ),
    .init("a & b", "unexpected character '&'", "write 'and'", at: 3),
    .init("a | b", "unexpected '|'", "write 'or'; |x| is the absolute value", at: 3),
    .init("|a", "expected '|' behind the absolute value", at: 3),
    .init("!a", "unexpected character '!'", "write 'not' or '!='", at: 1),
    .init("a ~ b", "unexpected character '~'", "equal to the precision shown is '~='", at: 3),
    .init("5 %", "unexpected character '%'", "write 0.05 for 5 percent", at: 3),
    .init(
      "α + ∑",
      "unexpected character '∑'",
      "the sum of a series is a function: write sum([1, 2, 3])",
      at: 5
    ),
    .init("a \u{1B}[31m", "unexpected character 'U+1B'", at: 3),
    .init("a\0b", "unexpected character 'U+0'", at: 2),
    .init("a \u{202E} b", "unexpected character 'U+202E'", at: 3),
    .init("a \u{85}", "unexpected character 'U+85'", at: 3),
    .init("2 3", "unexpected number 3", "is an operator or a comma missing before it?", at: 3),
    .init("2 c", "unexpected word 'c'", "is an operator missing before it, such as '*'?", at: 3),
    .init("2 \"c\"", "unexpected text", at: 3, 3),
    .init("2 : 3", "unexpected ':'", "commands with a colon belong to the shell", at: 3),
    .init("a = 3", "unexpected '='", "to compare, write '==' or '~='", at: 3),
    .init("* 3", "unexpected '*'", at: 1),
    .init("f(,)", "unexpected ','", at: 3),
    .init("2 +", "something must follow here", "a number, a name or a bracket", at: 4),
    .init("", "something must follow here", "a number, a name or a bracket", at: 1),
    .init("2^", "something must follow here", "a number, a name or a bracket", at: 3),
    .init("0 < c < 1", "comparisons do not chain", "write a < b and b < c", at: 7),
    .init("a == b == c", "comparisons do not chain", "write a < b and b < c", at: 8, 2),
    .init(
      "1/2c",
      "a product without '*' behind '/' can be read in two ways",
      "write 1/(2*x) or (1/2)*x",
      at: 3,
      2
    ),
    .init(
      "1/2(c)",
      "a product without '*' behind '/' can be read in two ways",
      "write 1/(2*x) or (1/2)*x",
      at: 3,
      2
    ),
    .init(
      "c^2c",
      "a product without '*' in an exponent can be read in two ways",
      "write x^(2*y) or x^2 * y",
      at: 3,
      2
    ),
    .init(
      "c^-2c",
      "a product without '*' in an exponent can be read in two ways",
      "write x^(2*y) or x^2 * y",
      at: 4,
      2
    ),
    .init(
      "c²d",
      "a product without '*' in an exponent can be read in two ways",
      "write x^(2*y) or x^2 * y",
      at: 2,
      2
    ),
    .init("(1, 2)", "round brackets hold one value", "a series stands in [1, 2, 3]", at: 3),
    .init("(1 2)", "expected ')' after the formula", at: 4),
    .init("f(1 2)", "expected ')' or ','", at: 5),
    .init("v[1 2]", "expected ']' after the index", at: 5),
    .init("[a=1]", "expected a value, not a setting", at: 2, 3),
    .init(
      String(repeating: "1+", count: 400) + "1",
      "more than 300 operations in one another",
      "name a part first: a = ..., then use a",
      at: 600
    ),
    .init(
      String(repeating: "(", count: 201),
      "nested more than 200 deep",
      "name a part first: a = ..., then use a",
      at: 201
    ),
    .init("1; 2", "one expression only", at: 1),
  ]

  @Test(arguments: reading)
  func `what cannot be read is pointed at`(row: WrongFormula) throws {
    let error = #expect(throws: Diagnostic.self) { try ExpressionParser.parse(row.source) }
    compare(error, row)
  }

  static let computing: [WrongFormula] = [
    .init("2 + tne", "unknown name 'tne'", "did you mean 'ten'?", at: 5, 3),
    .init("e^2", "unknown name 'e'", "there is no constant e: write exp(x) for powers of e", at: 1),
    .init("zzzzz", "unknown name 'zzzzz'", "give it a value first: zzzzz = 1", at: 1, 5),
    .init("sqr(2)", "unknown function 'sqr'", "did you mean 'sqrt'?", at: 1, 3),
    .init("ten(2)", "unknown function 'ten'", "did you mean 'tan'?", at: 1, 3),
    .init("sqrt(1, 2)", "'sqrt' is called as sqrt(a)", at: 1, 4),
    .init("max()", "'max' is called as max(a, b)", at: 1, 3),
    .init("abs(a=2)", "'abs' is called as abs(a)", at: 1, 3),
    .init("f(1)", "'f' is called as f(u, v)", at: 1),
    .init("f(u=1, v=2)", "'f' is called as f(u, v)", at: 1),
    .init("ewa()", "'ewa' is called as ewa(series, beta=0.9, corrected=false)", at: 1, 3),
    .init("ewa(s, gamma=1)", "'ewa' is called as ewa(series, beta=0.9, corrected=false)", at: 1, 3),
    .init("ewa(s, beta=1)", "beta is 1, outside [0, 1)", "try 0.9", at: 1, 3),
    .init("ewa(s, beta=-0.1)", "beta is -0.1, outside [0, 1)", "try 0.9", at: 1, 3),
    .init("true + 1", "a number or a series is needed here, not true or false", at: 6),
    .init("sqrt(\"a\")", "a number or a series is needed here, not text", at: 1, 4),
    .init("s[s]", "a number is needed here, not a series", at: 3),
    .init("not 1", "true or false is needed here, not a number", at: 1, 3),
    .init("linear(1, 2)", "'linear' is called as linear(t, from, to, over)", at: 1, 6),
    .init("cosine(1, 2, 3, by=4)", "'cosine' is called as cosine(t, from, over, to=0)", at: 1, 6),
    .init(
      "steps(1, 2, 3)",
      "'steps' is called as steps(t, from, at, factor, at, factor, ...)",
      at: 1,
      5
    ),
    .init("1 and true", "true or false is needed here, not a number", at: 3, 3),
    .init("true == 1", "true or false and a number cannot be compared", at: 6, 2),
    .init("\"a\" ~= 1", "text and a number cannot be compared", at: 5, 2),
    .init("s + [1, 2]", "series of 3 and 2 values do not go together", "take equal lengths", at: 3),
    .init(
      "where(s > 1, [1, 2], 0)",
      "series of 3 and 2 values do not go together",
      "take equal lengths",
      at: 1,
      5
    ),
    .init("where(\"a\", 1, 2)", "true or false is needed here, not text", at: 1, 5),
    .init("max([])", "'max' of an empty series", "it needs a value", at: 1, 3),
    .init("first([])", "'first' of an empty series", "it needs a value", at: 1, 5),
    .init("mean([])", "'mean' of an empty series", "it needs a value", at: 1, 4),
    .init("s[0]", "there is no element 0: the series has 3", "indexes go from 1 to 3", at: 2),
    .init("s[4]", "there is no element 4: the series has 3", "indexes go from 1 to 3", at: 2),
    .init("s[1.5]", "there is no element 1.5: the series has 3", "indexes go from 1 to 3", at: 2),
    .init("s[nan]", "there is no element nan: the series has 3", "indexes go from 1 to 3", at: 2),
    .init("[][1]", "there is no element 1: the series has 0", at: 3),
    .init("range(1, 1e9)", "1000000000 values are too many", "at most 1000000", at: 1, 5),
    .init("linspace(0, 1, 1e7)", "10000000 values are too many", "at most 1000000", at: 1, 8),
    .init("linspace(0, 1, 1.5)", "'linspace' needs a whole number of values, at least 1", at: 1, 8),
    .init("logspace(0, 1, 0)", "'logspace' needs a whole number of values, at least 1", at: 1, 8),
    .init("range(1, 2, 0)", "'range' cannot go on by 0", at: 1, 5),
    .init("range(1, inf)", "'range' needs finite numbers", at: 1, 5),
    .init("first(s, -1)", "a count is a whole number from 0", at: 1, 5),
    .init("last(s, ten/4)", "a count is a whole number from 0", at: 12),
    .init("____", "this blank is yours to fill in", at: 1, 4),
    .init("sqrt + 1", "'sqrt' is a function", "give it something in brackets: sqrt(...)", at: 1, 4),
    .init("f", "'f' is a function", "give it something in brackets: f(...)", at: 1),
    .init(
      "loop(1)",
      "'loop' calls itself more than 64 deep",
      "a definition cannot go on forever",
      at: 1,
      4
    ),
  ]

  private func definition(_ name: String) -> Definition? {
    let body: String
    switch name {
    case "f": body = "u + v"
    case "loop": body = "pool(u)"
    case "pool": body = "loop(u)"
    default: return nil
    }
    guard let tree = try? ExpressionParser.parse(body) else { return nil }
    return Definition(name: name, parameters: name == "f" ? ["u", "v"] : ["u"], body: tree)
  }

  @Test(arguments: computing)
  func `what cannot be computed is pointed at`(row: WrongFormula) throws {
    let formula = try ExpressionParser.parse(row.source)
    var evaluator = Evaluator(
      lookup: { $0 == "s" ? .series([1, 2, 3]) : $0 == "ten" ? .number(10) : nil },
      definition: definition,
      known: { ["s", "ten", "f", "loop"] }
    )
    let error = #expect(throws: Diagnostic.self) { try evaluator.value(of: formula) }
    compare(error, row)
  }
}
