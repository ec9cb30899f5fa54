import Arithmetic
import Formulas
import Testing

@Suite struct PrintingTests {
  @Test(arguments: [
    ("x^2+10y^2", "x^2 + 10*y^2"), ("(a-b)-c", "a - b - c"), ("a-(b-c)", "a - (b - c)"),
    ("a/(b*c)", "a/(b*c)"), ("(a/b)*c", "a/b*c"), ("a*(b/c)", "a*(b/c)"), ("(a^b)^c", "(a^b)^c"),
    ("a^b^c", "a^b^c"), ("(-a)^2", "(-a)^2"), ("-a^2", "-a^2"), ("-(a*b)", "-(a*b)"),
    ("-(a+b)", "-(a + b)"), ("a--b", "a - -b"), ("2^-x", "2^(-x)"), ("a*-b", "a*-b"),
    ("not (a<b)", "not a < b"), ("(not a) < b", "(not a) < b"),
    ("(a or b) and c", "(a or b) and c"),
    ("a or (b or c)", "a or (b or c)"), ("(a<b)==(b<c)", "(a < b) == (b < c)"),
    ("f(x,k=2)[1]", "f(x, k=2)[1]"), ("[1,2,3][i+1]", "[1, 2, 3][i + 1]"), ("1e-8", "1e-8"),
    ("0.10", "0.1"), ("β₁^t", "beta1^t"), (#""a \"b\" \\""#, #""a \"b\" \\""#), ("[]", "[]"),
  ])
  func `brackets stand only where they are needed`(source: String, text: String) throws {
    #expect(try ExpressionParser.parse(source).text == text)
  }

  @Test func `what is printed reads back as the same tree`() throws {
    var random = RandomExpression(seed: 11)
    for round in 0..<2_000 {
      let tree = round % 2 == 0 ? random.numeric(depth: 4) : random.any(depth: 4)
      let again = try? ExpressionParser.parse(tree.text)
      if again?.withoutUnits != tree.withoutUnits {
        Issue.record("\(tree.text) reads back as \(again?.text ?? "an error")")
        return
      }
    }
  }

  @Test func `a number that was computed reads back with its value`() throws {
    var dice = SeededGenerator(seed: 5)
    for _ in 0..<1_000 {
      let value = Double(bitPattern: dice.next())
      if !value.isFinite { continue }
      let read = try ExpressionParser.parse(Expression.constant(value).text)
      #expect(read.constantValue == value)
    }
  }

  @Test func `substituting puts text in place of names`() throws {
    let formula = try ExpressionParser.parse("beta*v + (1 - beta)*g^2")
    let text = formula.text { ["beta": "0.9", "g": "-10"][$0] }
    #expect(text == "0.9*v + (1 - 0.9)*(-10)^2")
  }
}
