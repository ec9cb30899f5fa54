import Arithmetic

extension Expression {
  /// The derivative with respect to `name`, simplified.
  ///
  /// Every other name is a constant. Own functions must have been inlined; `abs`, `sign`, `max`,
  /// `min` and `where` get the derivative of the side they take.
  ///
  /// `series` are the names that stand for series: where a term of a sum lost its series, its
  /// derivative still counts once for each element.
  package func derivative(
    withRespectTo name: String,
    series: [String] = []
  ) throws(Diagnostic) -> Expression {
    try differentiate(Unknown(name: name, series: series)).simplified
  }

  /// Whether the expression depends on `name`.
  package func depends(on name: String) -> Bool {
    if case .name(let own, _) = self { return own == name }
    return children.contains { $0.depends(on: name) }
  }

  /// What is differentiated by, and the names of series.
  struct Unknown {
    let name: String
    let series: [String]
  }

  func differentiate(_ unknown: Unknown) throws(Diagnostic) -> Expression {
    if !depends(on: unknown.name) { return .constant(0) }
    switch self {
    case .name: return .constant(1)
    case .negate(let a): return .negate(try a.differentiate(unknown))
    case .binary(let op, let a, let b, let place):
      return try binaryRule(op, a, b, unknown, place.range)
    case .call(let function, let arguments, let place):
      return try callRule(function, arguments, unknown, place.range)
    case .list(let items, let place):
      var derivatives: [Expression] = []
      for item in items { derivatives.append(try item.differentiate(unknown)) }
      return .list(derivatives, place)
    case .index(let series, let index, let place):
      if index.depends(on: unknown.name) { throw .notDifferentiable("an index", at: place.range) }
      return .index(try series.differentiate(unknown), index, place)
    case .not(_, let place): throw .notDifferentiable("not", at: place.range)
    case .number, .boolean, .text: return .constant(0)
    }
  }

  private func binaryRule(
    _ op: Operator,
    _ a: Expression,
    _ b: Expression,
    _ unknown: Unknown,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Expression {
    switch op {
    case .add, .subtract:
      return .binary(op, try a.differentiate(unknown), try b.differentiate(unknown))
    case .multiply:
      let left: Expression = .binary(.multiply, try a.differentiate(unknown), b)
      return .binary(.add, left, .binary(.multiply, a, try b.differentiate(unknown)))
    case .divide:
      let da = try a.differentiate(unknown)
      if !b.depends(on: unknown.name) { return .binary(.divide, da, b) }
      let top: Expression = .binary(
        .subtract,
        .binary(.multiply, da, b),
        .binary(.multiply, a, try b.differentiate(unknown))
      )
      return .binary(.divide, top, .binary(.power, b, .constant(2)))
    case .power: return try powerRule(a, b, unknown)
    default: throw .notDifferentiable(op.rawValue, at: range)
    }
  }

  private func powerRule(
    _ a: Expression,
    _ b: Expression,
    _ unknown: Unknown
  ) throws(Diagnostic) -> Expression {
    if !b.depends(on: unknown.name) {
      let lowered: Expression = .binary(.power, a, .binary(.subtract, b, .constant(1)))
      return .binary(.multiply, .binary(.multiply, b, lowered), try a.differentiate(unknown))
    }
    let logarithm: Expression = .apply("log", a)
    let db = try b.differentiate(unknown)
    if !a.depends(on: unknown.name) {
      return .binary(.multiply, .binary(.multiply, self, logarithm), db)
    }
    let inner: Expression = .binary(
      .add,
      .binary(.multiply, db, logarithm),
      .binary(.divide, .binary(.multiply, b, try a.differentiate(unknown)), a)
    )
    return .binary(.multiply, self, inner)
  }
}
