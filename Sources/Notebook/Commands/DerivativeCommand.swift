import Formulas
import Typesetting

enum DerivativeCommand {
  static let command = Command(
    "derivative",
    .question,
    usage: "derivative FORMULA",
    summary: "the derivative of a formula, by each name in it that has no value",
    example: "derivative x^2*exp(-x)",
    forms: Form(operands: [.formula]),
    mayBeName: true
  ) { context throws(Diagnostic) in
    let (formula, names) = try context.differentiable()
    for name in names {
      let derivative = try formula.derivative(withRespectTo: name)
      let d: MathNode = names.count == 1 ? .upright("d") : .symbol("∂", .prefix)
      context.answer(
        .formula(
          .row([
            .fraction(d, .row([d, .named(name)])), .symbol("=", .relation), derivative.math(),
          ])
        )
      )
    }
    return nil
  }
}

extension CommandContext {
  /// The rest of the statement as a formula, and the names to differentiate it by: those without a
  /// value, or all where each has one.
  mutating func differentiable() throws(Diagnostic) -> (Expression, [String]) {
    let range = reader.range
    let written = try expression()
    try end()
    let formula = try written.inlining { session.definition($0) }
    let names = formula.names.filter { !ReservedWords.constants.contains($0) }
    guard !names.isEmpty else { throw .noParameters([], at: range) }
    let free = names.filter { session.ownValue($0) == nil }
    return (formula, free.isEmpty ? names : free)
  }
}
