import Arithmetic
import Formulas
import Testing

@Suite struct DerivativeTests {
  private func value(_ formula: Expression, x: Double) throws -> Double {
    var evaluator = Evaluator { name in
      switch name {
      case "x": .number(x)
      case "a": .number(0.7)
      default: nil
      }
    }
    return try evaluator.number(of: formula)
  }

  @Test func `every function of one number agrees with finite differences`() throws {
    for function in ElementaryFunction.allCases {
      for inner in ["x", "x^2", "a*x + 0.1", "sin(x)/2"] {
        try compare("\(function.rawValue)(\(inner))")
      }
    }
  }

  @Test(arguments: [
    "x", "3", "a", "-x", "x + x^2", "x - a*x", "x*sin(x)", "x/(1 + x^2)", "a/x", "x^3", "x^a",
    "x^-2", "a^x", "2^x", "x^x", "(x^2 + 1)^x", "(a*x)^3", "exp(-x^2/2)", "log(x)*x",
    "sqrt(x^2 + a)", "max(x, a)", "min(x^2, a)", "where(x > 0.5, x^2, a*x)", "max(x, x^2)",
    "100*(x^2 - x)^2 + (1 - x)^2", "(1.5 - x + x*a)^2", "sigmoid(2*x)*tanh(x)",
    "sum([x, x^2, a])", "mean([x, 2*x, x^3])", "norm([x, a, 1])", "[x, x^2][2]",
    "sum([x, a] * [2, x])", "cosh(x) - sinh(x)", "atan(x)/acos(x/4)", "log10(x) + log2(x)",
    "where(x > 0.5 and not x > 3, x^2, x)", "atan2(x, a)", "atan2(a, x^2)", "hypot(x, a)",
    "hypot(x^2, x + 1)", "mod(5*x + 0.04, 2)", "mod(7, x)", "logsumexp([x, x^2, a])",
    "sum(x + [1, 2, 3])", "sum(where([1, 2, 3] > a, x^2, x))", "sum((x*[1, 2, 3] - a)^2)",
    "linear(x, 0, a, 3)", "cosine(x, a, 2)", "cosine(2*x, a, 2, to=0.1)", "warmup(x, a, 0.5, 3)",
    "steps(x, x, 0.5, 0.1)",
  ])
  func `formulas agree with finite differences`(source: String) throws { try compare(source) }

  @Test(arguments: [
    ("tanh(x)", 20, 1.6993417021166355e-17), ("tanh(x)", -300, 1.0601586212017243e-260),
    ("sigmoid(x)", 40, 4.248354255291589e-18), ("sigmoid(x)", -700, 9.859676543759770e-305),
    ("max(x, 0)", 0, 0), ("max(0, x)", 0, 0), ("min(x, 0)", 0, 0), ("min(0, x)", 0, 0),
    ("max(x, -x)", 0, 0), ("max(-x, x)", 0, 0), ("max(x, 3*x)", 0, 2), ("max(3*x, x)", 0, 2),
  ])
  func `a derivative keeps its digits far out and its symmetry at a kink`(
    source: String,
    x: Double,
    expected: Double
  ) throws {
    let derivative = try ExpressionParser.parse(source).derivative(withRespectTo: "x")
    let found = try value(derivative, x: x)
    #expect(abs(found - expected) <= 1e-15 * abs(expected), "\(found)")
  }

  private func compare(_ source: String) throws {
    let formula = try ExpressionParser.parse(source)
    let derivative = try formula.derivative(withRespectTo: "x")
    for x in [0.31, 0.62, 0.93] {
      let h = 1e-5
      let expected = try (value(formula, x: x + h) - value(formula, x: x - h)) / (2 * h)
      let found = try value(derivative, x: x)
      #expect(
        abs(found - expected) <= 1e-7 * max(1, abs(expected)),
        "\(source) at \(x): \(derivative.text) is \(found), not \(expected)"
      )
    }
  }

  @Test(arguments: [
    ("x^2 + 10*y^2", "2*x"), ("(x - 3)^2", "2*(x - 3)"), ("x^3/3", "x^2"), ("3*x", "3"),
    ("x*y", "y"), ("x^2*y^3", "2*x*y^3"), ("-x", "-1"), ("-x^2", "-2*x"), ("a - x", "-1"),
    ("sqrt(x)", "1/(2*sqrt(x))"), ("1/x", "-1/x^2"), ("exp(-x)", "-exp(-x)"),
    ("exp(2*x)", "2*exp(2*x)"), ("sin(x)", "cos(x)"), ("cos(x)", "-sin(x)"), ("log(x)", "1/x"),
    ("log(1 + x^2)", "2*x/(1 + x^2)"), ("y", "0"), ("7", "0"),
    ("(1 - x)^2 + 100*(y - x^2)^2", "-2*(1 - x) - 400*x*(y - x^2)"), ("x", "1"),
    ("(x^2 + y - 11)^2", "4*x*(x^2 + y - 11)"), ("abs(x)", "sign(x)"),
    ("max(x, 0)", "where(x > 0, 1, 0)"), ("max(0, x)", "where(0 < x, 1, 0)"),
    ("min(x, 0)", "where(x < 0, 1, 0)"), ("sum(x + [1, 2, 3])", "length(x + [1, 2, 3])"),
    ("softplus(x)", "sigmoid(x)"), ("erf(x)", "2*exp(-x^2)/sqrt(pi)"), ("where(y > 0, x, x)", "1"),
    ("(1.5 - x + x*y)^2", "2*(1.5 - x + x*y)*(y - 1)"), ("tanh(x)", "1/cosh(x)^2"),
    ("sigmoid(x)", "sigmoid(x)*sigmoid(-x)"), ("x + x", "2"), ("x*x", "2*x"),
    ("5*x^4", "20*x^3"), ("x/2", "1/2"), ("0.1*x^2", "0.2*x"),
  ])
  func `a gradient is written as a person would`(formula: String, gradient: String) throws {
    let derivative = try ExpressionParser.parse(formula).derivative(withRespectTo: "x")
    #expect(derivative.text == gradient)
  }

  @Test func `simplifying does not change the value`() throws {
    var random = RandomExpression(seed: 3)
    random.names = ["x", "a"]
    random.functions = [.sin, .cos, .exp, .tanh, .abs, .sqrt]
    var compared = 0
    for _ in 0..<3_000 {
      let tree = random.numeric(depth: 4)
      // A sign of 0 is not kept, so what divides by 0 on its way may change.
      var evaluator = Evaluator { .number($0 == "x" ? 0.8 : 0.7) }
      let before = try evaluator.number(of: tree)
      if evaluator.note != nil { continue }
      let after = try value(tree.simplified, x: 0.8)
      if !before.isFinite { continue }
      compared += 1
      if abs(before - after) > 1e-9 * max(1, abs(before)) {
        Issue.record("\(tree.text) is \(before), \(tree.simplified.text) is \(after)")
        return
      }
    }
    #expect(compared > 1_000)
  }

  @Test func `simplifying twice changes nothing more`() throws {
    for source in ["x*2*3", "-(-x)", "2*(3*x)", "0 - x", "x - -y", "1*x^1 + 0", "(2*x)*(3*y)"] {
      let once = try ExpressionParser.parse(source).simplified
      #expect(once.simplified == once, "\(source)")
    }
  }

  @Test func `own functions are inlined before`() throws {
    let bowl = Definition(
      name: "bowl",
      parameters: ["p", "q"],
      body: try ExpressionParser.parse("p^2 + 10*q^2")
    )
    let formula = try ExpressionParser.parse("bowl(x + 1, q)")
      .inlining { $0 == "bowl" ? bowl : nil }
    #expect(formula.text == "(x + 1)^2 + 10*q^2")
    #expect(try formula.derivative(withRespectTo: "x").text == "2*(x + 1)")
    #expect(try formula.derivative(withRespectTo: "q").text == "20*q")
  }
}
