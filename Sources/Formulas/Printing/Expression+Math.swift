import Arithmetic
package import Typesetting

extension Expression {
  /// The expression as a formula to typeset; `symbol` may set a name in its own way (a number in
  /// its place, for `explain`).
  package func math(_ symbol: (String) -> MathNode? = { _ in nil }) -> MathNode {
    node(minimum: 0, symbol)
  }

  private var mathPrecedence: Int {
    switch self {
    case .binary(.divide, _, _, _): 9
    case .binary(let op, _, _, _): op.precedence
    case .not: 3
    case .negate: 5
    case .number(let value, _): value < 0 ? 5 : 10
    default: 10
    }
  }

  private func node(minimum: Int, _ symbol: (String) -> MathNode?) -> MathNode {
    let inner = bareNode(symbol)
    if mathPrecedence < minimum || (minimum > 5 && inner.startsWithMinus)
      || (minimum > 6 && inner.isPowerOfTen)
    {
      return .fenced("(", inner, ")")
    }
    return inner
  }

  private func bareNode(_ symbol: (String) -> MathNode?) -> MathNode {
    switch self {
    case .number(let value, _): return .signedNumber(NumberText.shown(value, 6))
    case .boolean(let value): return .text(value ? "true" : "false")
    case .text(let text): return .text(text)
    case .name(let name, _): return symbol(name) ?? .named(name)
    case .negate(let a): return .row([.symbol("−", .prefix), a.node(minimum: 6, symbol)])
    case .not(let a, _): return .row([.text("not "), a.node(minimum: 4, symbol)])
    case .binary(let op, let a, let b, _): return binaryNode(op, a, b, symbol)
    case .call(let name, let arguments, _): return callNode(name, arguments, symbol)
    case .list(let items, _): return .fenced("[", list(items, symbol), "]")
    case .index(let series, let index, _):
      return .script(
        series.node(minimum: 10, symbol),
        below: index.node(minimum: 0, symbol),
        above: nil
      )
    }
  }

  private func binaryNode(
    _ op: Operator,
    _ a: Expression,
    _ b: Expression,
    _ symbol: (String) -> MathNode?
  ) -> MathNode {
    switch op {
    case .divide: return .fraction(a.node(minimum: 0, symbol), b.node(minimum: 0, symbol))
    case .power:
      return .script(a.node(minimum: 10, symbol), below: nil, above: b.node(minimum: 0, symbol))
    case .multiply:
      let left = a.node(minimum: 6, symbol)
      let right = b.node(minimum: 6, symbol)
      let needsDot = right.startsWithDigit || right.startsWithMinus
      return .row(needsDot ? [left, .symbol("⋅", .binary), right] : [left, .space(1), right])
    case .add, .subtract:
      let sign = op == .add ? "+" : "−"
      return .row([
        a.node(minimum: 5, symbol), .symbol(sign, .binary), b.node(minimum: 6, symbol),
      ])
    default:
      return .row([
        a.node(minimum: op.precedence, symbol), .symbol(Self.relation(op), .relation),
        b.node(minimum: op.precedence + 1, symbol),
      ])
    }
  }

  private static func relation(_ op: Operator) -> String {
    switch op {
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    case .equal: "="
    case .notEqual: "≠"
    case .about: "≈"
    default: op.rawValue
    }
  }

  private func callNode(
    _ name: String,
    _ arguments: [Argument],
    _ symbol: (String) -> MathNode?
  ) -> MathNode {
    let plain = arguments.map { $0.value }
    if name == "sqrt", plain.count == 1 { return .root(plain[0].node(minimum: 0, symbol)) }
    if name == "abs", plain.count == 1 {
      return .fenced("|", plain[0].node(minimum: 0, symbol), "|")
    }
    if name == "where", plain.count == 3 {
      return .grid(cases(plain, symbol), open: "{", close: "", aligned: false)
    }
    return .row([.function(name, limits: false), .fenced("(", list(plain, symbol), ")")])
  }

  /// A choice, and those that it leaves to others, each a row.
  private func cases(
    _ choice: [Expression],
    _ symbol: (String) -> MathNode?
  ) -> [[MathNode]] {
    let condition: MathNode = .row([.text("if "), choice[0].node(minimum: 0, symbol)])
    let first = [choice[1].node(minimum: 0, symbol), condition]
    if case .call("where", let others, _) = choice[2], others.count == 3 {
      return [first] + cases(others.map { $0.value }, symbol)
    }
    return [first, [choice[2].node(minimum: 0, symbol), .text("otherwise")]]
  }

  private func list(_ items: [Expression], _ symbol: (String) -> MathNode?) -> MathNode {
    var row: [MathNode] = []
    for (index, item) in items.enumerated() {
      if index > 0 { row.append(.symbol(",", .punctuation)) }
      row.append(item.node(minimum: 0, symbol))
    }
    return row.count == 1 ? row[0] : .row(row)
  }
}

extension MathNode {
  /// A number whose exponent is set as a power of ten: 1.5e-8 is 1.5 ⋅ 10⁻⁸.
  package static func signedNumber(_ text: String) -> MathNode {
    if text.utf8.first == 0x2D {
      return .row([.symbol("−", .prefix), signedNumber(String(text.dropFirst()))])
    }
    let parts = text.split(separator: "e", maxSplits: 1)
    guard parts.count == 2, text != "inf" else {
      return text == "inf" ? .number("∞") : .number(text)
    }
    let power: MathNode = .script(
      .number("10"),
      below: nil,
      above: signedNumber(String(parts[1]))
    )
    return parts[0] == "1"
      ? power : .row([.number(String(parts[0])), .symbol("⋅", .binary), power])
  }

  var startsWithDigit: Bool {
    switch self {
    case .number: true
    case .row(let items): items.first?.startsWithDigit ?? false
    case .script(let base, _, _): base.startsWithDigit
    case .fraction: false
    default: false
    }
  }

  /// A number in scientific form, which a power above it needs in brackets.
  var isPowerOfTen: Bool {
    switch self {
    case .script(.number("10"), _, _): true
    case .row(let items): items.count == 3 && items[2].isPowerOfTen
    default: false
    }
  }

  var startsWithMinus: Bool {
    switch self {
    case .symbol("−", .prefix): true
    case .row(let items): items.first?.startsWithMinus ?? false
    default: false
    }
  }
}
