// What people write in formulas beside operators and calls.
extension ExpressionParser {
  /// `|x|`: which of two bars closes is never in doubt, for one where a value must stand opens.
  mutating func absolute(
    _ reader: inout TokenReader,
    _ bar: Token
  ) throws(Diagnostic) -> Expression {
    reader.advance()
    bars += 1
    defer { bars -= 1 }
    let inner = try expression(&reader)
    try grow(over: 0, at: bar.range)
    try reader.expect(.bar, after: "behind the absolute value")
    return .call("abs", [.init(inner)], Place(bar.range))
  }

  /// `√x`, `√(x + 1)`: what is under the root must not be in doubt.
  mutating func root(
    _ reader: inout TokenReader,
    _ sign: Token
  ) throws(Diagnostic) -> Expression {
    reader.advance()
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw .nestedTooDeep(at: reader.range) }
    let start = reader.index
    let inner = try postfix(&reader)
    if isTouching(reader, from: start) || reader.current?.isSign(.power) == true {
      throw .ambiguousRoot(at: sign.range.joined(reader.range))
    }
    try grow(over: 0, at: sign.range)
    return .call("sqrt", [.init(inner)], Place(sign.range))
  }

  /// `sin²(x)`: the power of a function's value; nil where the name is followed by something else.
  mutating func functionPower(
    _ name: String,
    _ token: Token,
    _ reader: inout TokenReader
  ) throws(Diagnostic) -> Expression? {
    guard reader.current?.isSign(.power) == true, ElementaryFunction(rawValue: name) != nil else {
      return nil
    }
    let isNegative = reader.peek()?.isSign(.minus) == true
    let place = isNegative ? 2 : 1
    guard case .number(let value, let unit)? = reader.peek(place)?.kind,
      let open = reader.peek(place + 1), open.isSign(.open), open.touchesPrevious
    else { return nil }
    if isNegative { throw .inverseOrPower(name, at: token.range.joined(open.range)) }
    reader.index += place + 2
    let arguments = try arguments(&reader, closing: .close)
    try grow(over: 0, at: token.range)
    let call: Expression = .call(name, arguments, Place(token.range))
    return .binary(.power, call, .number(value, unit: unit), Place(token.range))
  }
}
