import Formulas

/// A loss and its partial derivatives as they are written.
struct LossFormula: Sendable {
  let loss: Expression
  /// One for each parameter.
  let gradient: [Expression]
  let names: [String]
  /// What stands for the names that are no parameters.
  let captured: NamedValues

  /// A formula's number at a point, and the first operation in it that left the range of numbers.
  ///
  /// Not-a-number where the formula has no number (checked when the problem was set).
  func value(
    of formula: Expression,
    at point: [Double]
  ) -> (value: Double, complaint: String?) {
    var evaluator = Evaluator(lookup: { name in
      for (parameter, value) in zip(names, point) where parameter == name {
        return .number(value)
      }
      return captured[name]
    })
    do throws(Diagnostic) {
      let value = try evaluator.number(of: formula)
      return (value, evaluator.note)
    } catch {
      return (.nan, nil)
    }
  }
}
