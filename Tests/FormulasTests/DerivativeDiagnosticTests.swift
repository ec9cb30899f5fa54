import Arithmetic
import Formulas
import Testing

extension DiagnosticTests {
  private static let smooth = "minimize a formula of + - * / ^ and smooth functions"

  static let differentiating: [WrongFormula] = [
    .init("x < 3", "no derivative of '<' is known", smooth, at: 3),
    .init("2*ewa(x, 0.9)", "no derivative of 'ewa' is known", smooth, at: 3, 3),
    .init("not x", "no derivative of 'not' is known", smooth, at: 1, 3),
    .init("[1, 2][x]", "no derivative of 'an index' is known", smooth, at: 7),
    .init("max([x, 1])", "no derivative of 'max' is known", smooth, at: 1, 3),
    .init("nope(x)", "unknown function 'nope'", "define it first: nope(x) = x^2", at: 1, 4),
  ]

  @Test(arguments: differentiating)
  func `what has no derivative is pointed at`(row: WrongFormula) throws {
    let formula = try ExpressionParser.parse(row.source)
    let error = #expect(throws: Diagnostic.self) { try formula.derivative(withRespectTo: "x") }
    compare(error, row)
  }

  func compare(_ error: Diagnostic?, _ row: WrongFormula) {
    #expect(error?.message == row.message)
    #expect(error?.hint == row.hint)
    let position = (error?.range ?? SourceRange(0, 0)).position(in: row.source)
    #expect(position.column == row.column)
    #expect(position.length == row.length)
    #expect(error?.kind == .error)
  }
}
