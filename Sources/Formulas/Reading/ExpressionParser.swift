/// Tokens to an expression, by precedence climbing.
///
/// Loosest first: `or`, `and`, `not`, comparisons (which do not chain), `+ -`, `* /`, unary minus,
/// `^` (to the right), indexing. A number that touches a name or a bracket multiplies and binds
/// tighter than `*`: `10y^2` is `10*(y^2)`; behind `/` or in an exponent it asks for brackets.
/// A word that cannot go on an expression ends it: clause words are the statement's business.
package struct ExpressionParser {
  static let deepest = 200

  var depth = 0
  /// Of the part read last: how many operations stand in one another.
  private var height = 0
  /// How many bars of absolute values are open.
  var bars = 0

  package init() {}

  /// An expression; `aboveAnd` stops before `and`/`or`, where a clause uses the words itself.
  package mutating func expression(
    _ reader: inout TokenReader,
    aboveAnd: Bool = false
  ) throws(Diagnostic) -> Expression {
    try binary(&reader, atLeast: aboveAnd ? 3 : 0)
  }

  /// The whole text as one expression.
  package static func parse(_ source: String) throws(Diagnostic) -> Expression {
    var lexer = Lexer(source)
    var reader = TokenReader(try lexer.nextStatement() ?? [])
    var parser = ExpressionParser()
    let result = try parser.expression(&reader)
    if let extra = reader.current { throw .unexpected(extra) }
    if try lexer.nextStatement() != nil { throw Diagnostic("one expression only") }
    return result
  }

  private mutating func binary(
    _ reader: inout TokenReader,
    atLeast minimum: Int
  ) throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw .nestedTooDeep(at: reader.range) }
    var left = try prefix(&reader, atLeast: minimum)
    while let token = reader.current, let op = Self.operation(token), op.precedence >= minimum {
      if op == .power { break }
      reader.advance()
      let before = height
      let right = try operand(after: op, &reader)
      try grow(over: before, at: token.range)
      let place = Place(token.range)
      left = .binary(op, left, right, place)
      if op.isComparison, let next = reader.current, Self.operation(next)?.isComparison == true {
        throw .chainedComparison(at: next.range)
      }
    }
    return left
  }

  /// One more operation over the part read last and the one before it.
  mutating func grow(over other: Int, at range: SourceRange) throws(Diagnostic) {
    height = max(height, other) + 1
    if height > Expression.tallest { throw .tooTall(at: range) }
  }

  private mutating func operand(
    after op: Expression.Operator,
    _ reader: inout TokenReader
  ) throws(Diagnostic) -> Expression {
    let start = reader.index
    let right = try binary(&reader, atLeast: op.precedence + 1)
    if op == .divide, isTouching(reader, from: start) { throw .ambiguousProduct(at: reader, start) }
    return right
  }

  /// Whether tokens from `start` are a number touching a name or a bracket.
  func isTouching(_ reader: TokenReader, from start: Int) -> Bool {
    guard start + 1 < reader.tokens.count, case .number = reader.tokens[start].kind else {
      return false
    }
    let next = reader.tokens[start + 1]
    guard next.touchesPrevious else { return false }
    return next.name != nil || next.isSign(.open) || next.isSign(.root)
      || (bars == 0 && next.isSign(.bar))
  }

  private mutating func prefix(
    _ reader: inout TokenReader,
    atLeast minimum: Int
  ) throws(Diagnostic) -> Expression {
    guard let token = reader.current else { throw .somethingMustFollow(at: reader.range) }
    if token.name == "not" {
      reader.advance()
      let operand = try binary(&reader, atLeast: 4)
      try grow(over: 0, at: token.range)
      return .not(operand, Place(token.range))
    }
    if token.isSign(.minus) {
      reader.advance()
      let operand = try binary(&reader, atLeast: 7)
      try grow(over: 0, at: token.range)
      return .negate(operand)
    }
    if token.isSign(.plus) {
      reader.advance()
      return try binary(&reader, atLeast: 7)
    }
    return try product(&reader)
  }

  /// A power, or a number touching the power it multiplies.
  private mutating func product(_ reader: inout TokenReader) throws(Diagnostic) -> Expression {
    let start = reader.index
    let first = try power(&reader)
    guard isTouching(reader, from: start), reader.index == start + 1, let next = reader.current
    else { return first }
    let before = height
    let second = try power(&reader)
    try grow(over: before, at: next.range)
    return .binary(.multiply, first, second, Place(next.range))
  }

  private mutating func power(_ reader: inout TokenReader) throws(Diagnostic) -> Expression {
    let base = try postfix(&reader)
    guard let token = reader.current, token.isSign(.power) else { return base }
    reader.advance()
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw .nestedTooDeep(at: reader.range) }
    let start = reader.index
    let isNegative = reader.take(.minus)
    let before = height
    let exponent = try power(&reader)
    try grow(over: before, at: token.range)
    let first = isNegative ? start + 1 : start
    if isTouching(reader, from: first) { throw .ambiguousPower(at: reader, first) }
    return .binary(.power, base, isNegative ? .negate(exponent) : exponent, Place(token.range))
  }

  mutating func postfix(_ reader: inout TokenReader) throws(Diagnostic) -> Expression {
    var result = try atom(&reader)
    while let token = reader.current, token.isSign(.openBracket), token.touchesPrevious {
      reader.advance()
      let before = height
      let index = try expression(&reader)
      try grow(over: before, at: token.range)
      try reader.expect(.closeBracket, after: "after the index")
      result = .index(result, index, Place(token.range))
    }
    return result
  }

  private mutating func atom(_ reader: inout TokenReader) throws(Diagnostic) -> Expression {
    guard let token = reader.current else { throw .somethingMustFollow(at: reader.range) }
    height = 1
    switch token.kind {
    case .number(let value, let unit):
      reader.advance()
      return .number(value, unit: unit)
    case .text(let text):
      reader.advance()
      return .text(text)
    case .name(let name):
      reader.advance()
      if name == "true" || name == "false" { return .boolean(name == "true") }
      if let power = try functionPower(name, token, &reader) { return power }
      if let open = reader.current, open.isSign(.open), open.touchesPrevious {
        reader.advance()
        let arguments = try arguments(&reader, closing: .close)
        return .call(name, arguments, Place(token.range))
      }
      return .name(name, Place(token.range))
    case .sign(.open):
      reader.advance()
      let inner = try expression(&reader)
      if let comma = reader.current, comma.isSign(.comma) { throw .bracketsAreNoList(at: comma) }
      try reader.expect(.close, after: "after the formula")
      return inner
    case .sign(.bar): return try absolute(&reader, token)
    case .sign(.root): return try root(&reader, token)
    case .sign(.openBracket):
      reader.advance()
      let items = try arguments(&reader, closing: .closeBracket)
      if let labelled = items.first(where: { $0.label != nil }) {
        throw .expected("a value, not a setting", at: labelled.place.range ?? token.range)
      }
      return .list(items.map { $0.value }, Place(token.range))
    case .sign:
      throw .unexpected(token)
    }
  }

  /// `a, b=c)`: values and labelled values up to the closing bracket, which is taken.
  package mutating func arguments(
    _ reader: inout TokenReader,
    closing: Token.Sign
  ) throws(Diagnostic) -> [Expression.Argument] {
    var arguments: [Expression.Argument] = []
    var tallest = 0
    reader.skipSeparators()
    if reader.take(closing) { return arguments }
    repeat {
      reader.skipSeparators()
      let start = reader.range
      var label: String?
      if let name = reader.current?.name, reader.peek()?.isSign(.assign) == true {
        reader.index += 2
        label = name
      }
      let value = try expression(&reader)
      tallest = max(tallest, height)
      let place = Place(start.joined(reader.tokens[reader.index - 1].range))
      arguments.append(.init(value, label: label, place: place))
      reader.skipSeparators()
    } while reader.take(.comma)
    height = tallest
    try grow(over: 0, at: reader.range)
    try reader.expect(closing, after: "or ','")
    return arguments
  }

  private static func operation(_ token: Token) -> Expression.Operator? {
    switch token.kind {
    case .sign(let sign):
      switch sign {
      case .plus, .minus, .times, .divide, .power, .less, .lessOrEqual, .greater,
        .greaterOrEqual, .equal, .notEqual, .about:
        Expression.Operator(rawValue: sign.rawValue)
      default: nil
      }
    case .name("and"): .and
    case .name("or"): .or
    default: nil
    }
  }
}
