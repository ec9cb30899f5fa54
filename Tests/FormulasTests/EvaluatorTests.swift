import Arithmetic
import Foundation
import Formulas
import Testing

@Suite struct EvaluatorTests {
  private func value(_ source: String) throws -> Value {
    var evaluator = Evaluator { name in
      switch name {
      case "s": .series([1, 2, 3])
      case "none": .series([])
      case "x": .number(2)
      default: nil
      }
    }
    return try evaluator.value(of: ExpressionParser.parse(source))
  }

  static let numberRows: [(String, Double)] = [
    ("2 + 3 * 4", 14), ("-2^2", -4), ("2^3^2", 512), ("2^-1", 0.5), ("12 / 3 / 2", 2),
    ("10x^2", 40), ("2(1 + 2)", 6), ("3² × 2", 18), ("abs(-3)", 3), ("sign(-0.5)", -1),
    ("sign(0)", 0), ("sqrt(16)", 4), ("log2(8)", 3), ("log10(1000)", 3), ("floor(-2.5)", -3),
    ("ceil(-2.5)", -2), ("round(2.5)", 3), ("round(-2.5)", -3), ("max(2, 5)", 5), ("min(s)", 1),
    ("max(s)", 3), ("sum(s)", 6), ("mean(s)", 2), ("norm([3, 4])", 5), ("length(s)", 3),
    ("length(7)", 1), ("first(s)", 1), ("last(s)", 3), ("s[1]", 1), ("s[length(s)]", 3),
    ("where(2 > 1, 10, 20)", 10), ("where(0, 10, 20)", 20), ("sum(none)", 0), ("sigmoid(0)", 0.5),
    ("log1p(1e-20)", 1e-20), ("expm1(1e-20)", 1e-20), ("softplus(1000)", 1000), ("erf(9)", 1),
    ("hypot(3e300, 4e300)", 5e300), ("atan2(0, -1)", .pi), ("mod(-1, 3)", 2), ("mod(1, -3)", -2),
    ("mod(7.5, 2)", 1.5), ("logsumexp([1000, 1000])", 1000.693147180559945),
    ("logsumexp([])", -.infinity), ("|-3|", 3), ("||1 - 3| - 5|", 3), ("2|x|", 4), ("√16", 4),
    ("√(9 + 16)", 5), ("2√16", 8), ("cos²(0)", 1), ("sin^2(0) + 1", 1), ("5⁻¹", 0.2), ("½", 0.5),
    ("1_000.5_0", 1000.5), ("（１＋２）×３", 9), ("𝟐𝐱", 4), ("∞", .infinity), ("sum(s > 1)", 2),
    ("linear(50, 0, 0.1, 100)", 0.05), ("linear(-5, 1, 2, 10)", 1), ("linear(1, 3, 2, 0)", 2),
    ("cosine(0, 0.5, 4)", 0.5), ("cosine(9, 0.5, 4, to=0.1)", 0.1), ("warmup(1, 0.5, 2, 4)", 0.25),
    ("warmup(2, 0.5, 2, 4)", 0.5), ("steps(20, 8, 10, 0.5, 20, 0.5)", 2),
    ("1 / 0", .infinity), ("-1 / 0", -.infinity), ("inf", .infinity),
  ]

  @Test(arguments: numberRows)
  func `numbers`(source: String, result: Double) throws {
    #expect(try value(source) == .number(result))
  }

  static let seriesRows: [(String, [Double])] = [
    ("2 * s + 1", [3, 5, 7]), ("s * [4, 5, 6]", [4, 10, 18]), ("-s", [-1, -2, -3]),
    ("s^2", [1, 4, 9]), ("sqrt([1, 4, 9])", [1, 2, 3]), ("range(1, 5)", [1, 2, 3, 4, 5]),
    ("range(0, 1, 0.25)", [0, 0.25, 0.5, 0.75, 1]), ("range(3, 1, -1)", [3, 2, 1]),
    ("range(2, 1)", []), ("linspace(0, 1, 5)", [0, 0.25, 0.5, 0.75, 1]), ("linspace(3, 9, 1)", [3]),
    ("logspace(-3, 0, 4)", [0.001, 0.01, 0.1, 1]), ("first(s, 2)", [1, 2]), ("last(s, 2)", [2, 3]),
    ("first(s, 0)", []), ("last(s, 99)", [1, 2, 3]), ("[s, 4]", [1, 2, 3, 4]), ("[]", []),
    ("max(s, 2)", [2, 2, 3]), ("where(s > 1.5, s, 0)", [0, 2, 3]), ("s >= 2", [0, 1, 1]),
    ("s == 2", [0, 1, 0]), ("2 != s", [1, 0, 1]), ("s > 1 and s < 3", [0, 1, 0]),
    ("s < 2 or s > 2", [1, 0, 1]), ("not s > 1", [1, 0, 0]), ("true and s > 2", [0, 0, 1]),
    ("erf([0, 0])", [0, 0]), ("mod(s, 2)", [1, 0, 1]), ("|s - 2|", [1, 0, 1]),
    ("linear(s, 0, 1, 2)", [0.5, 1, 1]), ("√[4, 9]", [2, 3]),
    ("ewa([10, 20, 30], beta=0.5)", [5, 12.5, 21.25]), ("ewa(s, 0)", [1, 2, 3]),
    ("ewa([40], beta=0.5, corrected=true)", [40]), ("ewa(none)", []),
  ]

  @Test(arguments: seriesRows)
  func `series`(source: String, result: [Double]) throws {
    #expect(try value(source) == .series(result))
  }

  @Test(arguments: [
    ("1 < 2 and not 2 < 1", true), ("1/3 ~= 0.333", true), ("1/3 ~= 0.34", false),
    ("1/3 == 0.333", false), ("1/3 ~= 2/6", true), ("0.334 ~= 0.33", true), ("0.33 ~= 0.334", true),
    ("0.125 ~= 0.12", true), ("0.1251 ~= 0.12", false), ("40 ~= 40.4", true), ("40.4 ~= 40", true),
    ("s ~= [1, 2, 3.0]", true), ("s ~= [1, 2, 3.1]", false), ("s ~= [1, 2]", false),
    ("[1, 1] ~= 1", true), ("-4.9 ~= -4.90", true), ("none ~= 3", false), ("3 ~= []", false),
    ("[] ~= none", true), ("nan ~= nan", true), ("nan == nan", false),
    ("inf ~= inf", true), ("inf ~= 1e300", false), ("true ~= true", true), ("\"a\" == \"a\"", true),
    ("\"a\" != \"b\"", true), ("s == s", true), ("s == [1, 2]", false), ("true or nope", true),
    ("false and nope", false), ("1e-8 ~= 1.04e-8", true), ("1.04e-8 ~= 1e-8", true),
    ("1000000 + x ~= 1000000 + x + 0.5*x", true),
  ])
  func `conditions`(source: String, result: Bool) throws {
    #expect(try value(source) == .boolean(result))
  }

  @Test(arguments: [
    ("1 / 0", "1 / 0 divides by zero"), ("log(-1)", "log(-1) is not a real number"),
    ("sqrt(0 - 4)", "sqrt(-4) is not a real number"),
    ("mod(3, 0)", "mod(3, 0) divides by zero"),
    ("1e400", "a number beyond the range of numbers (1.79769e308) counts as inf"),
    ("1e-400", "a number nearer to 0 than any but 0 itself counts as 0"),
    ("exp(1000)", "exp(1000) is beyond the range of numbers"),
    ("log(0)", "log(0) is beyond the range of numbers"),
    ("1e300 * 1e300", "1e300 * 1e300 is beyond the range of numbers"),
    ("(-8)^(1/3)", "-8 ^ 0.333333 is not a real number"), ("0/0", "0 / 0 divides by zero"),
    ("1 + log(-1) * 2", "log(-1) is not a real number"),
  ])
  func `leaving the range of numbers leaves a note`(source: String, note: String) throws {
    var evaluator = Evaluator(lookup: { _ in nil })
    _ = try evaluator.value(of: ExpressionParser.parse(source))
    #expect(evaluator.note == note)
  }

  @Test(arguments: ["inf + 1", "nan * 2", "inf - inf", "log(inf)", "2 + 2"])
  func `what was not finite before needs no note`(source: String) throws {
    var evaluator = Evaluator(lookup: { _ in nil })
    _ = try evaluator.value(of: ExpressionParser.parse(source))
    #expect(evaluator.note == nil)
  }

  @Test func `own functions see outer names when they are called`() throws {
    let square = Definition(
      name: "f",
      parameters: ["u"],
      body: try ExpressionParser.parse("u^2 + c")
    )
    let twice = Definition(
      name: "h",
      parameters: ["c"],
      body: try ExpressionParser.parse("f(c) + c")
    )
    var evaluator = Evaluator(
      lookup: { $0 == "c" ? .number(1) : nil },
      definition: { name in [square, twice].first { $0.name == name } }
    )
    #expect(try evaluator.number(of: ExpressionParser.parse("f(3)")) == 10)
    #expect(try evaluator.number(of: ExpressionParser.parse("h(5)")) == 31)
  }

  @Test func `every example of the catalog has a value`() throws {
    for entry in FunctionCatalog.entries {
      #expect(throws: Never.self, "\(entry.example)") { try value(entry.example) }
      #expect(entry.usage.hasPrefix("\(entry.name)(") && !entry.summary.isEmpty)
    }
    #expect(Set(FunctionCatalog.names).count == FunctionCatalog.names.count)
    for function in ElementaryFunction.allCases {
      #expect(FunctionCatalog.entry(function.rawValue) != nil)
    }
  }

  /// The fixtures, their provenance and how to make them anew stand beside the optimizers' own.
  @Test(arguments: ["0.5", "0.9", "0.98"])
  func `averages equal those of pandas`(beta: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "OptimizersTests/Fixtures/averages/temperature.\(beta).txt")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.utf8.split(separator: 32).map { NumberReader.double($0) ?? .nan } }
    #expect(rows.count == 365)
    var evaluator = Evaluator { $0 == "temps" ? .series(rows.map { $0[0] }) : nil }
    for (column, corrected) in [(1, "false"), (2, "true")] {
      let source = "ewa(temps, beta=\(beta), corrected=\(corrected))"
      let average = try evaluator.elements(of: ExpressionParser.parse(source))
      for (row, value) in zip(rows, average) { #expect(abs(value - row[column]) <= 1e-11) }
    }
  }
}
