import Arithmetic

extension Expression {
  /// The same function with fewer operations: what a person would write down after differentiating.
  ///
  /// Only whole-number constants are folded, so no rounding enters; 0 and 1 vanish where they do
  /// nothing, signs move out of products, constants to the front.
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
    if case .negate(let b) = a { return b }
    if case .binary(.multiply, let b, let c, _) = a, let value = b.constantValue {
      return product(.constant(-value), c)
    }
    return .negate(a)
  }

  private static func sum(_ a: Expression, _ b: Expression) -> Expression {
    if a.constantValue == 0 { return b }
    if b.constantValue == 0 { return a }
    if let folded = fold(a, b, +) { return folded }
    if case .negate(let c) = b { return difference(a, c) }
    if a == b { return product(.constant(2), a) }
    return .binary(.add, a, b, Place())
  }

  private static func difference(_ a: Expression, _ b: Expression) -> Expression {
    if a.constantValue == 0 { return negative(b) }
    if b.constantValue == 0 { return a }
    if let folded = fold(a, b, -) { return folded }
    if case .negate(let c) = b { return sum(a, c) }
    return .binary(.subtract, a, b, Place())
  }

  private static func product(_ a: Expression, _ b: Expression) -> Expression {
    if a.constantValue == 0 || b.constantValue == 0 { return .constant(0) }
    if a.constantValue == 1 { return b }
    if b.constantValue == 1 { return a }
    if a.constantValue == -1 { return negative(b) }
    if b.constantValue == -1 { return negative(a) }
    if let folded = fold(a, b, *) { return folded }
    if case .negate(let c) = a { return negative(product(c, b)) }
    if case .negate(let c) = b { return negative(product(a, c)) }
    if b.constantValue != nil { return product(b, a) }
    if case .binary(.multiply, let c, let d, _) = b, let value = c.constantValue {
      if let folded = fold(a, c, *) { return product(folded, d) }
      if a.constantValue == nil { return product(.constant(value), product(a, d)) }
    }
    if case .binary(.multiply, let c, let d, _) = a, c.constantValue != nil,
      b.constantValue == nil
    {
      return product(c, product(d, b))
    }
    return .binary(.multiply, a, b, Place())
  }

  private static func quotient(_ a: Expression, _ b: Expression) -> Expression {
    if a.constantValue == 0, b.constantValue != 0 { return .constant(0) }
    if b.constantValue == 1 { return a }
    if case .negate(let c) = a { return negative(quotient(c, b)) }
    return .binary(.divide, a, b, Place())
  }

  private static func raised(_ a: Expression, _ b: Expression, _ place: Place) -> Expression {
    if b.constantValue == 1 { return a }
    if b.constantValue == 0 { return .constant(1) }
    return .binary(.power, a, b, place)
  }

  /// Folds whole numbers small enough to be exact.
  private static func fold(
    _ a: Expression,
    _ b: Expression,
    _ operation: (Double, Double) -> Double
  ) -> Expression? {
    guard let x = a.constantValue, let y = b.constantValue else { return nil }
    let result = operation(x, y)
    let limit = 9_007_199_254_740_992.0
    guard x == x.rounded(), y == y.rounded(), abs(result) <= limit else { return nil }
    return .constant(result)
  }
}
