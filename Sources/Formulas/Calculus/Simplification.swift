extension Expression {
  /// The same function with fewer operations: what a person would write down after differentiating.
  ///
  /// Constants are folded only where no rounding enters; 0 and 1 vanish where they do nothing, signs
  /// and constants move to the front of a product, divisors below one line.
  package var simplified: Expression {
    let inner = mapChildren { $0.simplified }
    switch inner {
    case .negate(let a): return Self.negative(a)
    case .binary(let op, let a, let b, let place):
      switch op {
      case .add: return Self.sum(a, b)
      case .subtract: return Self.difference(a, b)
      case .multiply: return Self.product(a, b)
      case .divide: return Self.quotient(a, b)
      case .power: return Self.raised(a, b, place)
      default: return inner
      }
    case .call("where", let arguments, _):
      if arguments.count == 3, arguments[1].value == arguments[2].value {
        return arguments[1].value
      }
      return inner
    case .call("sum", let arguments, _), .call("mean", let arguments, _):
      return arguments.first?.value.constantValue == 0 ? .constant(0) : inner
    default: return inner
    }
  }

  private static func negative(_ a: Expression) -> Expression {
    if case .number(let value, let unit) = a { return .number(-value, unit: unit) }
    if let positive = a.withoutMinus { return positive }
    switch a {
    case .binary(.multiply, _, _, _), .binary(.divide, _, _, _):
      return product(.constant(-1), a)
    case .binary(.subtract, let b, let c, _): return difference(c, b)
    default: return .negate(a)
    }
  }

  private static func sum(_ a: Expression, _ b: Expression) -> Expression {
    if a.constantValue == 0 { return b }
    if b.constantValue == 0 { return a }
    if let folded = fold(a, b, +) { return folded }
    if let c = b.withoutMinus { return difference(a, c) }
    if let value = a.constantValue, value < 0 { return difference(b, .constant(-value)) }
    if a == b { return product(.constant(2), a) }
    return .binary(.add, a, b, Place())
  }

  private static func difference(_ a: Expression, _ b: Expression) -> Expression {
    if a.constantValue == 0 { return negative(b) }
    if b.constantValue == 0 { return a }
    if let folded = fold(a, b, -) { return folded }
    if let c = b.withoutMinus { return sum(a, c) }
    return .binary(.subtract, a, b, Place())
  }

  private static func product(_ a: Expression, _ b: Expression) -> Expression {
    var factors = Factors()
    factors.multiply(by: a)
    factors.multiply(by: b)
    return factors.expression
  }

  private static func quotient(_ a: Expression, _ b: Expression) -> Expression {
    if b.constantValue == 0 { return .binary(.divide, a, b, Place()) }
    var factors = Factors()
    factors.multiply(by: a)
    factors.divide(by: b)
    return factors.expression
  }

  private static func raised(_ a: Expression, _ b: Expression, _ place: Place) -> Expression {
    if b.constantValue == 1 { return a }
    if b.constantValue == 0 { return .constant(1) }
    return .binary(.power, a, b, place)
  }

  /// The expression without the minus that a reader sees in front of it; nil without one.
  private var withoutMinus: Expression? {
    switch self {
    case .number(let value, let unit): value < 0 ? .number(-value, unit: unit) : nil
    case .negate(let a): a
    case .binary(let op, let a, let b, let place) where op == .multiply || op == .divide:
      a.withoutMinus.map { first in
        op == .multiply && first.constantValue == 1 ? b : .binary(op, first, b, place)
      }
    default: nil
    }
  }

  /// Folds whole numbers small enough to be exact.
  private static func fold(
    _ a: Expression,
    _ b: Expression,
    _ operation: (Double, Double) -> Double
  ) -> Expression? {
    guard let x = a.constantValue, let y = b.constantValue else { return nil }
    let result = operation(x, y)
    guard x == x.rounded(), y == y.rounded(), abs(result) <= Factors.largestExact else {
      return nil
    }
    return .constant(result)
  }
}
