import Arithmetic

extension Expression {
  func callRule(
    _ function: String,
    _ arguments: [Argument],
    _ unknown: Unknown,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Expression {
    if let schedule = try Self.schedule(function, arguments, at: range) {
      return try schedule.differentiate(unknown)
    }
    let plain = arguments.map { $0.value }
    var inner: [Expression] = []
    for (index, part) in plain.enumerated() {
      // A condition has no slope: its sides have.
      let isCondition = function == "where" && index == 0
      inner.append(isCondition ? part : try part.differentiate(unknown))
    }
    switch (function, plain.count) {
    case ("sum", 1): return plain[0].total(of: inner[0], unknown)
    case ("mean", 1): return .apply("mean", inner[0])
    case ("norm", 1):
      return .binary(.divide, .apply("sum", .binary(.multiply, plain[0], inner[0])), self)
    case ("logsumexp", 1):
      let share: Expression = .apply("exp", .binary(.subtract, plain[0], self))
      return .apply("sum", .binary(.multiply, share, inner[0]))
    case ("max", 2): return choice(.greater, plain, inner, unknown)
    case ("min", 2): return choice(.less, plain, inner, unknown)
    case ("where", 3):
      return .apply("where", plain[0], inner[1], inner[2])
    case ("atan2", 2):
      let square: Expression = .binary(.add, Self.square(plain[0]), Self.square(plain[1]))
      let first: Expression = .binary(.multiply, plain[1], inner[0])
      let second: Expression = .binary(.multiply, plain[0], inner[1])
      return .binary(.divide, .binary(.subtract, first, second), square)
    case ("hypot", 2):
      let first: Expression = .binary(.multiply, plain[0], inner[0])
      let second: Expression = .binary(.multiply, plain[1], inner[1])
      return .binary(.divide, .binary(.add, first, second), self)
    case ("mod", 2):
      let wholes: Expression = .apply("floor", .binary(.divide, plain[0], plain[1]))
      return .binary(.subtract, inner[0], .binary(.multiply, wholes, inner[1]))
    default:
      guard FunctionCatalog.entry(function) != nil else {
        throw .unknownFunction(function, among: FunctionCatalog.names, at: range)
      }
      guard plain.count == 1, let outer = outerDerivative(function, plain[0]) else {
        throw .notDifferentiable(function, at: range)
      }
      return .binary(.multiply, outer, inner[0])
    }
  }

  private static func square(_ a: Expression) -> Expression {
    .binary(.power, a, .constant(2))
  }

  /// The derivative of the larger or the smaller of two: where both are equal, that of a constant
  /// among them (so that `max(x, 0)` is flat at 0, whichever stands first), else the mean of both.
  private func choice(
    _ test: Operator,
    _ sides: [Expression],
    _ inner: [Expression],
    _ unknown: Unknown
  ) -> Expression {
    let other: Operator = test == .greater ? .less : .greater
    let first: Expression = .binary(test, sides[0], sides[1])
    if !sides[1].depends(on: unknown.name) { return .apply("where", first, inner[0], inner[1]) }
    let second: Expression = .binary(other, sides[0], sides[1])
    if !sides[0].depends(on: unknown.name) { return .apply("where", second, inner[1], inner[0]) }
    let mean: Expression = .binary(.divide, .binary(.add, inner[0], inner[1]), .constant(2))
    return .apply("where", first, inner[0], .apply("where", second, inner[1], mean))
  }

  /// The sum of a derivative over the elements of this series.
  private func total(of derivative: Expression, _ unknown: Unknown) -> Expression {
    let derivative = derivative.simplified
    if derivative.isSeries(unknown) || !isSeries(unknown) { return .apply("sum", derivative) }
    return .binary(.multiply, .apply("length", self), derivative)
  }

  /// Whether the expression is a series, as far as its form tells.
  private func isSeries(_ unknown: Unknown) -> Bool {
    switch self {
    case .list: return true
    case .name(let name, _): return unknown.series.contains(name)
    case .index, .number, .boolean, .text: return false
    case .call(let name, let arguments, _):
      if name == "range" || name == "linspace" || name == "logspace" || name == "ewa" {
        return true
      }
      if name == "first" || name == "last" { return arguments.count == 2 }
      let isReducing = FunctionCatalog.ofSeries.contains(name)
      let isExtreme = (name == "max" || name == "min") && arguments.count == 1
      return !isReducing && !isExtreme && arguments.contains { $0.value.isSeries(unknown) }
    default: return children.contains { $0.isSeries(unknown) }
    }
  }

  /// f'(a) for a function of one number.
  private func outerDerivative(_ function: String, _ a: Expression) -> Expression? {
    let one: Expression = .constant(1)
    let square = Self.square(a)
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
    // As differences from 1, the next two would lose every digit far out, where they are small.
    case .tanh: return .binary(.divide, one, .binary(.power, .apply("cosh", a), .constant(2)))
    case .sigmoid: return .binary(.multiply, self, .apply("sigmoid", .negate(a)))
    case .softplus: return .apply("sigmoid", a)
    case .log1p: return .binary(.divide, one, .binary(.add, one, a))
    case .expm1: return .apply("exp", a)
    case .erf:
      let scale: Expression = .binary(
        .divide,
        .constant(2),
        .apply("sqrt", .variable("pi"))
      )
      return .binary(.multiply, scale, .apply("exp", .negate(square)))
    case nil: return nil
    }
  }
}
