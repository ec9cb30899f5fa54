import Arithmetic
import Formulas
import Typesetting

extension Explanation {
  /// The line of a total as `parameter` sees it; `values` are those of all parameters, and get to
  /// know it.
  func line(
    _ equation: RuleSheet.Equation,
    _ total: RuleSheet.Total,
    _ values: inout [NamedValues],
    _ parameter: Int
  ) throws(Diagnostic) -> Derivation.Line {
    var terms: [Double] = []
    for known in values { terms.append(try evaluated(total.term, known).value) }
    let parts = experiment.problem.parameters.parts
    terms.withUnsafeBufferPointer { terms in
      guard let terms = terms.baseAddress else { return }
      let layers = experiment.problem.parameters.layers
      OrderedTotal.find(total.kind, of: terms, layers, apart: total.isOfLayer) { layer, value in
        for index in parts[layer].range { values[index][equation.target] = .number(value) }
      }
    }
    let own = parts.first { $0.range.contains(parameter) }?.range ?? 0..<1
    let range = total.isOfLayer ? own : values.indices
    var (formula, numbers) = (equation.value, equation.value)
    if range.count <= Self.mostTerms {
      formula = written(total, range.map { named(total.term, $0) })
      numbers = written(total, range.map { .constant(rounded(terms[$0])) })
    }
    return Derivation.Line(
      name: equation.target,
      left: .named(equation.target),
      formula: formula.text,
      substituted: numbers.text,
      value: values[parameter][equation.target]?.number ?? .nan,
      symbols: formula.math(),
      numbers: numbers.math(),
      remark: range.count <= Self.mostTerms ? nil : "over \(range.count) parameters"
    )
  }

  /// Of how many parameters a total is written out.
  private static var mostTerms: Int { 4 }

  private func written(_ total: RuleSheet.Total, _ terms: [Expression]) -> Expression {
    .apply(total.kind.rawValue, .list(terms, Place()))
  }

  /// What there is one of for each parameter, as it is called outside of a rule: `x`, `dx`, `v.x`.
  private func named(_ term: Expression, _ component: Int) -> Expression {
    let sheet = choice.program.sheet
    let name = experiment.problem.parameters.name(of: component)
    return term.substituting { word in
      if word == "w" { return .variable(name) }
      if word == "g" { return .variable("d\(name)") }
      let isOwn = sheet.quantities.contains(word) && !sheet.isShared(word)
      return isOwn ? .variable("\(word).\(name)") : nil
    }
  }
}
