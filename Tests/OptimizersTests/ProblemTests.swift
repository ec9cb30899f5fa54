import Formulas
import Optimizers
import Testing

@Suite struct ProblemTests {
  static let names = ProblemCatalog.names

  @Test("the catalog has the problems of the language page")
  func catalog() {
    #expect(
      Set(Self.names) == [
        "bowl", "ravine", "rosenbrock", "beale", "himmelblau", "booth", "saddle", "plateau",
        "rastrigin", "noisy_slope",
      ]
    )
    #expect(ProblemCatalog.problem(named: "rosenbrok") == nil)
  }

  @Test("a formula has the problem's parameters, in their order", arguments: names)
  func parameters(_ name: String) throws {
    let problem = try #require(ProblemCatalog.problem(named: name))
    let formula = try ExpressionParser.parse(problem.formula)
    #expect(formula.names.filter { $0 != "pi" } == problem.parameters.map(\.name))
    for parameter in problem.parameters {
      #expect(parameter.lower < parameter.start && parameter.start < parameter.upper)
    }
    #expect(problem.noise >= 0 && !problem.lesson.isEmpty)
  }

  @Test("at a known minimum the value is the known one and the gradient 0", arguments: names)
  func minima(_ name: String) throws {
    let problem = try #require(ProblemCatalog.problem(named: name))
    let formula = try ExpressionParser.parse(problem.formula)
    let inputs = problem.parameters.map(\.name)
    for point in problem.minima {
      #expect(abs(try value(formula, inputs, point) - (problem.minimum ?? .nan)) < 1e-12)
      for axis in inputs.indices {
        // The value grows to both sides.
        for step in [-0.001, 0.001] {
          var beside = point
          beside[axis] += step
          #expect(try value(formula, inputs, beside) > value(formula, inputs, point))
        }
      }
    }
    #expect(try value(formula, inputs, problem.start) > (problem.minimum ?? .nan) + 0.1)
  }

  private func value(
    _ formula: Expression,
    _ inputs: [String],
    _ point: [Double]
  ) throws -> Double {
    var builder = ProgramBuilder<Double>(inputs: inputs)
    let node = try builder.compile(formula)
    return builder.program(computing: [node])(point)[0]
  }
}
