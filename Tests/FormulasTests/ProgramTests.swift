import Arithmetic
import Formulas
import Testing

@Suite struct ProgramTests {
  @Test func `a program computes what the evaluator does, bit for bit`() throws {
    var random = RandomExpression(seed: 21)
    random.names = ["x", "y", "t"]
    var finite = 0
    for _ in 0..<3_000 {
      let tree = random.numeric(depth: 5)
      var builder = ProgramBuilder<Double>(inputs: ["x", "y", "t"])
      let node = try builder.compile(tree)
      let program = builder.program(computing: [node])
      for point in [[0.3, -1.7, 2], [0, -0.0, 1], [1e200, .infinity, 7]] {
        var evaluator = Evaluator { name in
          switch name {
          case "x": .number(point[0])
          case "y": .number(point[1])
          default: .number(point[2])
          }
        }
        let expected = try evaluator.number(of: tree)
        let found = program(point)[0]
        if expected.isFinite { finite += 1 }
        let isSame = expected.isNaN ? found.isNaN : found.bitPattern == expected.bitPattern
        if !isSame {
          Issue.record("\(tree.text) at \(point): \(found), evaluated \(expected)")
          return
        }
      }
    }
    #expect(finite > 3_000)
  }

  @Test func `equal parts are computed once`() throws {
    var builder = ProgramBuilder<Double>(inputs: ["x"])
    let node = try builder.compile(ExpressionParser.parse("sin(x)*sin(x) + sin(x) + x^2 + x*x"))
    let program = builder.program(computing: [node])
    #expect(program.instructions.count == 6)
    #expect(program([0]) == [0])
  }

  @Test func `only what is asked for is kept`() throws {
    var builder = ProgramBuilder<Float>(inputs: ["x", "y"])
    _ = try builder.compile(ExpressionParser.parse("exp(y) + 7"))
    let wanted = try builder.compile(ExpressionParser.parse("x + 1"))
    let program = builder.program(computing: [wanted, 1])
    #expect(program.instructions.count == 1)
    #expect(program.constants == [1])
    #expect(program([2, 5]) == [3, 5])
  }

  @Test(arguments: [
    ("max(x, y)", [Double.nan, 1]), ("max(x, y)", [1, .nan]), ("min(x, y)", [.nan, 1]),
    ("min(x, y)", [1, .nan]), ("sign(x)", [.nan, 0]), ("x^0", [.nan, 0]),
  ])
  func `not-a-number goes through as the evaluator lets it`(source: String, point: [Double]) throws
  {
    let tree = try ExpressionParser.parse(source)
    var builder = ProgramBuilder<Double>(inputs: ["x", "y"])
    let node = try builder.compile(tree)
    let program = builder.program(computing: [node])
    var evaluator = Evaluator { .number($0 == "x" ? point[0] : point[1]) }
    let expected = try evaluator.number(of: tree)
    let found = program(point)[0]
    #expect(found == expected || (found.isNaN && expected.isNaN))
    if source.hasPrefix("m") { #expect(found.isNaN) }
  }

  @Test(arguments: [
    ("\"a\" == x", "text cannot stand in a formula that is stepped"),
    ("[x, 1]", "a series cannot stand in a formula that is stepped"),
    ("x[1]", "an index cannot stand in a formula that is stepped"),
    ("sum(x)", "'sum' cannot stand in a formula that is stepped"),
    ("x ~= 1", "'~=' cannot stand in a formula that is stepped"),
    ("nope + x", "unknown name 'nope'"), ("max(x)", "'max' is called as max(a, b)"),
    ("nope(x)", "unknown function 'nope'"), ("sqrt(x, x)", "'sqrt' is called as sqrt(a)"),
    ("abs(a=x)", "'abs' is called as abs(a)"),
  ])
  func `what cannot be compiled is named`(source: String, message: String) throws {
    let tree = try ExpressionParser.parse(source)
    let error = #expect(throws: Diagnostic.self) {
      var builder = ProgramBuilder<Double>(inputs: ["x"])
      _ = try builder.compile(tree)
    }
    #expect(error?.message == message)
  }
}
