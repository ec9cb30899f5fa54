import Arithmetic

extension Expression {
  /// The derivative with respect to `name`, simplified.
  ///
  /// Every other name is a constant. Own functions must have been inlined; `abs`, `sign`, `max`,
  /// `min` and `where` get the derivative of the side they take.
  package func derivative(withRespectTo name: String) throws(Diagnostic) -> Expression {
    try differentiate(name).simplified
  }

  /// Whether the expression depends on `name`.
  package func depends(on name: String) -> Bool {
    if case .name(let own, _) = self { return own == name }
    return children.contains { $0.depends(on: name) }
  }

  private func differentiate(_ name: String) throws(Diagnostic) -> Expression {
    if !depends(on: name) { return .constant(0) }
    switch self {
    case .name: return .constant(1)
    case .negate(let a): return .negate(try a.differentiate(name))
    case .binary(let op, let a, let b, let place):
      return try binaryRule(op, a, b, name, place.range)
    case .call(let function, let arguments, let place):
      return try callRule(function, arguments, name, place.range)
    case .list(let items, let place):
      var derivatives: [Expression] = []
      for item in items { derivatives.append(try item.differentiate(name)) }
      return .list(derivatives, place)
    case .index(let series, let index, let place):
      if index.depends(on: name) { throw .notDifferentiable("an index", at: place.range) }
      return .index(try series.differentiate(name), index, place)
    case .not(_, let place): throw .notDifferentiable("not", at: place.range)
    case .number, .boolean, .text: return .constant(0)
    }
  }

  private func binaryRule(
    _ op: Operator,
    _ a: Expression,
    _ b: Expression,
    _ name: String,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Expression {
    switch op {
    case .add, .subtract:
      return .binary(op, try a.differentiate(name), try b.differentiate(name))
    case .multiply:
      let left: Expression = .binary(.multiply, try a.differentiate(name), b)
      return .binary(.add, left, .binary(.multiply, a, try b.differentiate(name)))
    case .divide:
      let da = try a.differentiate(name)
      if !b.depends(on: name) { return .binary(.divide, da, b) }
      let top: Expression = .binary(
        .subtract,
        .binary(.multiply, da, b),
        .binary(.multiply, a, try b.differentiate(name))
      )
      return .binary(.divide, top, .binary(.power, b, .constant(2)))
    case .power: return try powerRule(a, b, name)
    default: throw .notDifferentiable(op.rawValue, at: range)
    }
  }

  private func powerRule(
    _ a: Expression,
    _ b: Expression,
    _ name: String
  ) throws(Diagnostic) -> Expression {
    if !b.depends(on: name) {
      let lowered: Expression = .binary(.power, a, .binary(.subtract, b, .constant(1)))
      return .binary(.multiply, .binary(.multiply, b, lowered), try a.differentiate(name))
    }
    let logarithm: Expression = .apply("log", a)
    let db = try b.differentiate(name)
    if !a.depends(on: name) { return .binary(.multiply, .binary(.multiply, self, logarithm), db) }
    let inner: Expression = .binary(
      .add,
      .binary(.multiply, db, logarithm),
      .binary(.divide, .binary(.multiply, b, try a.differentiate(name)), a)
    )
    return .binary(.multiply, self, inner)
  }

  private func callRule(
    _ function: String,
    _ arguments: [Argument],
    _ name: String,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Expression {
    let plain = arguments.map { $0.value }
    switch (function, plain.count) {
    case ("sum", 1), ("mean", 1): return .apply(function, try plain[0].differentiate(name))
    case ("norm", 1):
      let product: Expression = .binary(.multiply, plain[0], try plain[0].differentiate(name))
      return .binary(.divide, .apply("sum", product), self)
    case ("max", 2), ("min", 2):
      let test: Operator = function == "max" ? .greater : .less
      return .apply(
        "where",
        .binary(test, plain[0], plain[1]),
        try plain[0].differentiate(name),
        try plain[1].differentiate(name)
      )
    case ("where", 3):
      return .apply(
        "where",
        plain[0],
        try plain[1].differentiate(name),
        try plain[2].differentiate(name)
      )
    default:
      guard plain.count == 1, let outer = outerDerivative(function, plain[0]) else {
        throw .notDifferentiable(function, at: range)
      }
      return .binary(.multiply, outer, try plain[0].differentiate(name))
    }
  }

  /// f'(a) for a function of one number.
  private func outerDerivative(_ function: String, _ a: Expression) -> Expression? {
    let one: Expression = .constant(1)
    let square: Expression = .binary(.power, a, .constant(2))
    switch ElementaryFunction(rawValue: function) {
    case .abs: return .apply("sign", a)
    case .sign, .floor, .ceil, .round: return .constant(0)
    case .sqrt: return .binary(.divide, one, .binary(.multiply, .constant(2), self))
    case .exp: return self
    case .log: return .binary(.divide, one, a)
    case .log2: return .binary(.divide, one, .binary(.multiply, a, .apply("log", .constant(2))))
    case .log10: return .binary(.divide, one, .binary(.multiply, a, .apply("log", .constant(10))))
    case .sin: return .apply("cos", a)
    case .cos: return .negate(.apply("sin", a))
    case .tan: return .binary(.divide, one, .binary(.power, .apply("cos", a), .constant(2)))
    case .asin: return .binary(.divide, one, .apply("sqrt", .binary(.subtract, one, square)))
    case .acos:
      return .negate(.binary(.divide, one, .apply("sqrt", .binary(.subtract, one, square))))
    case .atan: return .binary(.divide, one, .binary(.add, one, square))
    case .sinh: return .apply("cosh", a)
    case .cosh: return .apply("sinh", a)
    case .tanh: return .binary(.subtract, one, .binary(.power, self, .constant(2)))
    case .sigmoid: return .binary(.multiply, self, .binary(.subtract, one, self))
    case nil: return nil
    }
  }
}
