/// A product taken apart: a constant, factors and divisors, to be put together as people write it.
struct Factors {
  static let largestExact = 9_007_199_254_740_992.0

  private var constant = 1.0
  private var divisor = 1.0
  /// Constants whose product would be rounded.
  private var loose: [Expression] = []
  private var above: [Expression] = []
  private var below: [Expression] = []

  mutating func multiply(by expression: Expression) {
    switch expression {
    case .number(let value, _): multiply(constant: value)
    case .negate(let a):
      constant = -constant
      multiply(by: a)
    case .binary(.multiply, let a, let b, _):
      multiply(by: a)
      multiply(by: b)
    case .binary(.divide, let a, let b, _) where b.constantValue != 0:
      multiply(by: a)
      divide(by: b)
    default: above.append(expression)
    }
  }

  mutating func divide(by expression: Expression) {
    switch expression {
    case .number(let value, _):
      if value < 0 { constant = -constant }
      let wanted = divisor * abs(value)
      if Self.isExact(divisor, abs(value), wanted) {
        divisor = wanted
      } else {
        below.append(.constant(abs(value)))
      }
    case .negate(let a):
      constant = -constant
      divide(by: a)
    case .binary(.multiply, let a, let b, _):
      divide(by: a)
      divide(by: b)
    default: below.append(expression)
    }
  }

  private mutating func multiply(constant value: Double) {
    let wanted = constant * value
    if Self.isExact(constant, value, wanted) {
      constant = wanted
    } else {
      if value < 0 { constant = -constant }
      loose.append(.constant(abs(value)))
    }
  }

  /// Whether `x * y == product` without rounding: whole numbers, or a factor that is 1, 2, 4, 8...
  private static func isExact(_ x: Double, _ y: Double, _ product: Double) -> Bool {
    if x == 0 || y == 0 { return true }
    if abs(product) > largestExact || abs(product) < 1e-300 { return abs(x) == 1 || abs(y) == 1 }
    return (x == x.rounded() && y == y.rounded()) || isPowerOfTwo(x) || isPowerOfTwo(y)
  }

  private static func isPowerOfTwo(_ x: Double) -> Bool {
    abs(x) >= 1 && x.significandBitPattern == 0
  }

  var expression: Expression {
    if constant == 0 { return .constant(0) }
    var number = constant
    var divisor = divisor
    let shared = number / divisor
    if divisor != 1, number == number.rounded(), divisor == divisor.rounded(),
      shared == shared.rounded()
    {
      number = shared
      divisor = 1
    }
    var top = loose
    for rank in 0...2 { top += above.filter { Self.rank($0) == rank } }
    if abs(number) != 1 || top.isEmpty {
      top.insert(.constant(number), at: 0)
    } else if number < 0 {
      top[0] = .negate(top[0])
    }
    var bottom: [Expression] = []
    for rank in 0...2 { bottom += below.filter { Self.rank($0) == rank } }
    if divisor != 1 { bottom.insert(.constant(divisor), at: 0) }
    let numerator = Self.chain(top)
    return bottom.isEmpty ? numerator : .binary(.divide, numerator, Self.chain(bottom))
  }

  private static func chain(_ parts: [Expression]) -> Expression {
    var result = parts[0]
    for part in parts.dropFirst() { result = .binary(.multiply, result, part) }
    return result
  }

  /// Names and their powers stand before functions, these before sums.
  private static func rank(_ expression: Expression) -> Int {
    switch expression {
    case .number, .name, .index: 0
    case .binary(.power, let base, _, _): rank(base)
    case .call: 1
    default: 2
    }
  }
}
