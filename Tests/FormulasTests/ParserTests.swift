import Formulas
import Testing

@Suite struct ParserTests {
  /// The tree with all its brackets.
  private func tree(_ expression: Expression) -> String {
    switch expression {
    case .number(let value, _): "\(value)"
    case .boolean(let value): "\(value)"
    case .text(let text): "'\(text)'"
    case .name(let name, _): name
    case .negate(let a): "(- \(tree(a)))"
    case .not(let a, _): "(not \(tree(a)))"
    case .binary(let op, let a, let b, _): "(\(op.rawValue) \(tree(a)) \(tree(b)))"
    case .call(let name, let arguments, _):
      "(\(([name + ":"] + arguments.map { ($0.label.map { "\($0)=" } ?? "") + tree($0.value) }).joined(separator: " ")))"
    case .list(let items, _): "[\(items.map(tree).joined(separator: " "))]"
    case .index(let a, let b, _): "(at \(tree(a)) \(tree(b)))"
    }
  }

  @Test(
    arguments: [
      ("a + b * c", "(+ a (* b c))"), ("a - b - c", "(- (- a b) c)"),
      ("a / b / c", "(/ (/ a b) c)"),
      ("a * b / c", "(/ (* a b) c)"), ("2^3^2", "(^ 2.0 (^ 3.0 2.0))"),
      ("2**3**2", "(^ 2.0 (^ 3.0 2.0))"), ("-2^2", "(- (^ 2.0 2.0))"), ("2^-1", "(^ 2.0 (- 1.0))"),
      ("2^-x^2", "(^ 2.0 (- (^ x 2.0)))"), ("-a * b", "(* (- a) b)"), ("a * -b", "(* a (- b))"),
      ("a - -b", "(- a (- b))"), ("+a", "a"), ("- - a", "(- (- a))"),
      ("10y", "(* 10.0 y)"), ("10y^2", "(* 10.0 (^ y 2.0))"), ("2(a + b)", "(* 2.0 (+ a b))"),
      ("10y * 2", "(* (* 10.0 y) 2.0)"), ("-2x", "(- (* 2.0 x))"),
      ("2x^-1", "(* 2.0 (^ x (- 1.0)))"),
      ("2sqrt(x)", "(* 2.0 (sqrt: x))"), ("3f(2)", "(* 3.0 (f: 2.0))"),
      ("2x[1]", "(* 2.0 (at x 1.0))"),
      ("1 / (2x)", "(/ 1.0 (* 2.0 x))"), ("2x / 3", "(/ (* 2.0 x) 3.0)"),
      ("x^2 * y", "(* (^ x 2.0) y)"),
      ("x^(2y)", "(^ x (* 2.0 y))"), ("a < b", "(< a b)"), ("a + 1 <= b", "(<= (+ a 1.0) b)"),
      ("a < b and b < c", "(and (< a b) (< b c))"), ("a or b and c", "(or a (and b c))"),
      ("not a and b", "(and (not a) b)"), ("not a < b", "(not (< a b))"),
      ("not not a", "(not (not a))"),
      ("a ~= 0.10", "(~= a 0.1)"), ("a == b", "(== a b)"), ("a != b", "(!= a b)"),
      ("[1, 2, a]", "[1.0 2.0 a]"), ("[]", "[]"), ("v[1]", "(at v 1.0)"),
      ("v[1][2]", "(at (at v 1.0) 2.0)"),
      ("[1, 2][1]", "(at [1.0 2.0] 1.0)"), ("f(x)[2]^2", "(^ (at (f: x) 2.0) 2.0)"),
      ("f()", "(f:)"), ("ewa(s, beta=0.9, corrected=true)", "(ewa: s beta=0.9 corrected=true)"),
      ("ewa(s,\n  β=0.9)", "(ewa: s beta=0.9)"), ("\"a\" == \"b\"", "(== 'a' 'b')"),
      ("true or false", "(or true false)"), ("((a))", "a"), ("x²y", ""), ("(x)²", "(^ x 2.0)"),
      ("log(from)", "(log: from)"), ("last(v, 3)", "(last: v 3.0)"), ("v.x + v.y", "(+ v.x v.y)"),
    ].filter { $0.1 != "" }
  )
  func `precedence is as people write`(source: String, expected: String) throws {
    #expect(tree(try ExpressionParser.parse(source)) == expected)
  }

  @Test(arguments: ["from", "with", "for", "at", "last", "every", "within", "over", "log", "to"])
  func `a clause word after a whole formula ends it`(word: String) throws {
    var lexer = Lexer("a + 2b \(word) 3")
    var reader = TokenReader(try lexer.nextStatement() ?? [])
    var parser = ExpressionParser()
    #expect(tree(try parser.expression(&reader)) == "(+ a (* 2.0 b))")
    #expect(reader.current?.name == word)
  }

  @Test(arguments: ["from(3)", "log(loss)", "last(v)", "over + at", "every * 2"])
  func `a clause word where a value is needed is a name`(source: String) throws {
    #expect(try ExpressionParser.parse(source).text == source.replacing(" * ", with: "*"))
  }

  @Test func `equality ignores where things stand`() throws {
    #expect(try ExpressionParser.parse("1 + x") == ExpressionParser.parse("  1+x"))
    #expect(try ExpressionParser.parse("1 + x") != ExpressionParser.parse("x + 1"))
    #expect(try ExpressionParser.parse("1.0") != ExpressionParser.parse("1"))
  }

  @Test func `names come in order of appearance`() throws {
    let names = try ExpressionParser.parse("b*a^2 + sin(b) + [c, a][d]").names
    #expect(names == ["b", "a", "c", "d"])
  }
}
