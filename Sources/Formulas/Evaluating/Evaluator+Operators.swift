import Arithmetic

extension Evaluator {
  mutating func binary(
    _ op: Expression.Operator,
    _ a: Expression,
    _ b: Expression,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    switch op {
    case .and, .or: return try logical(op, a, b, range)
    case .about: return .boolean(try isAbout(a, b, range))
    default: break
    }
    let left = try value(of: a)
    let right = try value(of: b)
    if op == .equal || op == .notEqual {
      switch (left, right) {
      case (.series, .number), (.number, .series):
        return try combine(left, right, range) { ($0 == $1) == (op == .equal) ? 1 : 0 }
      default: return .boolean(try equal(left, right, range) == (op == .equal))
      }
    }
    if op.isComparison { return try compare(op, left, right, range) }
    let result = try combine(left, right, range) { x, y in
      Self.arithmetic(op, x, y, exponent: op == .power ? b.constantValue : nil)
    }
    if case .number(let value) = result, !value.isFinite { describe(op, left, right, value) }
    return result
  }

  /// `and`, `or`: the second is looked at where the first leaves it open; element by element where
  /// one is a series of 0 and 1, as comparisons of series are.
  private mutating func logical(
    _ op: Expression.Operator,
    _ a: Expression,
    _ b: Expression,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    let left = try value(of: a)
    if case .boolean(let holds) = left, holds == (op == .or) { return left }
    let right = try value(of: b)
    guard let x = left.flags, let y = right.flags else {
      let wrong = left.flags == nil ? (left, a) : (right, b)
      throw .wrongKind("true or false", wrong.0, at: wrong.1.range ?? range)
    }
    if case .boolean = left, case .boolean = right { return right }
    return try combine(x, y, range) { x, y in
      (op == .and ? x != 0 && y != 0 : x != 0 || y != 0) ? 1 : 0
    }
  }

  @inline(__always)
  static func arithmetic(
    _ op: Expression.Operator,
    _ x: Double,
    _ y: Double,
    exponent: Double?
  ) -> Double {
    switch op {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    default:
      if exponent == 2 { x * x } else if exponent == 3 { x * x * x } else { Elementary.pow(x, y) }
    }
  }

  private func equal(
    _ a: Value,
    _ b: Value,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x == y
    case (.boolean(let x), .boolean(let y)): x == y
    case (.text(let x), .text(let y)): x == y
    case (.series(let x), .series(let y)): x == y
    default: throw .notComparable(a, b, at: range)
    }
  }

  private func compare(
    _ op: Expression.Operator,
    _ a: Value,
    _ b: Value,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    func holds(_ x: Double, _ y: Double) -> Bool {
      switch op {
      case .less: x < y
      case .lessOrEqual: x <= y
      case .greater: x > y
      default: x >= y
      }
    }
    if case .number(let x) = a, case .number(let y) = b { return .boolean(holds(x, y)) }
    return try combine(a, b, range) { holds($0, $1) ? 1 : 0 }
  }

  /// `a ~= b`: against a written number half a unit of its last digit, the coarser where both are
  /// written, else one part in a million.
  private mutating func isAbout(
    _ a: Expression,
    _ b: Expression,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Bool {
    let left = try value(of: a)
    let right = try value(of: b)
    if case .boolean(let x) = left, case .boolean(let y) = right { return x == y }
    guard let x = left.elements, let y = right.elements else {
      throw .notComparable(left, right, at: range)
    }
    switch (left, right) {
    case (.series, .series): if x.count != y.count { return false }
    default: if x.isEmpty || y.isEmpty { return false }
    }
    let count = max(x.count, y.count)
    let units = coarser(writtenUnits(a, count), writtenUnits(b, count))
    for index in 0..<count {
      let p = x[x.count == 1 ? 0 : index]
      let q = y[y.count == 1 ? 0 : index]
      if Self.agree(p, q, unit: units?[index]) { continue }
      guard count == 1, agreesAsTyped(a, p, q) || agreesAsTyped(b, q, p) else { return false }
      countedDigits = true
    }
    return true
  }

  private func agreesAsTyped(_ name: Expression, _ value: Double, _ right: Double) -> Bool {
    guard case .name(let name, _) = name else { return false }
    for number in typed where number.name == name { return number.agrees(value, with: right) }
    return false
  }

  /// Whether two numbers agree to half a `unit` of the last written digit, or to 1e-6 relative.
  package static func agree(_ x: Double, _ y: Double, unit: Double?) -> Bool {
    if x == y || (x.isNaN && y.isNaN) { return true }
    guard x.isFinite, y.isFinite else { return false }
    let difference = abs(x - y)
    if let unit, unit > 0 { return difference <= unit * 0.5 * (1 + 1e-9) }
    return difference <= 1e-6 * max(abs(x), abs(y))
  }

  private func coarser(_ a: [Double]?, _ b: [Double]?) -> [Double]? {
    guard let a, let b else { return a ?? b }
    return zip(a, b).map { max($0, $1) }
  }

  private func writtenUnits(_ expression: Expression, _ count: Int) -> [Double]? {
    switch expression {
    case .number(_, let unit): [Double](repeating: unit, count: count)
    case .negate(let inner): writtenUnits(inner, count)
    case .list(let items, _):
      items.count == count ? items.map { writtenUnits($0, 1)?.first ?? 0 } : nil
    default: nil
    }
  }

  private mutating func describe(
    _ op: Expression.Operator,
    _ a: Value,
    _ b: Value,
    _ result: Double
  ) {
    guard case .number(let x) = a, case .number(let y) = b, x.isFinite, y.isFinite else { return }
    let text = "\(NumberText.shown(x, 6)) \(op.rawValue) \(NumberText.shown(y, 6))"
    if op == .divide, y == 0 {
      remember("\(text) divides by zero")
    } else if result.isNaN {
      remember("\(text) is not a real number")
    } else {
      remember("\(text) is beyond the range of numbers")
    }
  }
}

extension Value {
  /// Truths as 1 and 0; nil for what is neither true or false nor a series.
  fileprivate var flags: Value? {
    switch self {
    case .boolean(let holds): .number(holds ? 1 : 0)
    case .series: self
    case .number, .text: nil
    }
  }
}

extension Diagnostic {
  static func notComparable(_ a: Value, _ b: Value, at range: SourceRange?) -> Diagnostic {
    Diagnostic("\(a.kindName) and \(b.kindName) cannot be compared", at: range)
  }
}
