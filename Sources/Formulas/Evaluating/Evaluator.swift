import Arithmetic

/// Computes expressions: every operation as written, in the order written.
///
/// A literal exponent 2 or 3 multiplies (`x^2` is `x*x`); every other power is `Elementary.pow`.
/// `Program` follows the same rule, so a formula has one value wherever it is computed.
package struct Evaluator {
  package static let longestSeries = 1_000_000
  package static let deepestCall = 64
  /// Calls of own functions in one evaluation: functions that call others twice double at each level.
  package static let mostCalls = 10_000

  let lookup: (String) -> Value?
  let definition: (String) -> Definition?
  /// Names that could have been meant, for suggestions.
  let known: () -> [String]
  /// The first operation that left the range of numbers, worded.
  package private(set) var note: String?
  /// Numbers that a learner typed: `~=` judges them to the digits given.
  package var typed: [TypedNumber] = []
  /// Whether a `~=` held because of those digits.
  package internal(set) var countedDigits = false
  private var depth = 0
  private var calls = 0
  /// The heights of the bodies being evaluated, together.
  private var height = 0
  /// The names outside all functions: a function sees these and its own arguments, not its caller's.
  private var outermost: (String) -> Value?

  package init(
    lookup: @escaping (String) -> Value?,
    definition: @escaping (String) -> Definition? = { _ in nil },
    known: @escaping () -> [String] = { [] }
  ) {
    self.lookup = lookup
    outermost = lookup
    self.definition = definition
    self.known = known
  }

  package mutating func value(of expression: Expression) throws(Diagnostic) -> Value {
    switch expression {
    case .number(let value, let unit):
      if unit > 0, value.isInfinite || (value == 0 && unit == .leastNonzeroMagnitude) {
        remember(
          value == 0
            ? "a number nearer to 0 than any but 0 itself counts as 0"
            : "a number beyond the range of numbers (1.79769e308) counts as inf"
        )
      }
      return .number(value)
    case .boolean(let value): return .boolean(value)
    case .text(let text): return .text(text)
    case .name(let name, let place): return try named(name, place)
    case .negate(let a): return try map(a) { -$0 }
    case .not(let a, let place):
      let value = try value(of: a)
      if case .series(let flags) = value { return .series(flags.map { $0 == 0 ? 1 : 0 }) }
      return .boolean(!(try truth(value, at: a.range ?? place.range)))
    case .binary(let op, let a, let b, let place): return try binary(op, a, b, place.range)
    case .call(let name, let arguments, let place): return try call(name, arguments, place.range)
    case .list(let items, _):
      var values: [Double] = []
      for item in items {
        values += try elements(of: item)
        if values.count > Self.longestSeries {
          throw .tooManyValues(Double(values.count), at: expression.range)
        }
      }
      return .series(values)
    case .index(let series, let index, let place):
      let values = try elements(of: series)
      let position = try number(of: index)
      guard position >= 1, position <= Double(values.count), position == position.rounded() else {
        throw .indexOutOfRange(position, values.count, at: place.range)
      }
      return .number(values[Int(position) - 1])
    }
  }

  package mutating func number(of expression: Expression) throws(Diagnostic) -> Double {
    let value = try value(of: expression)
    guard case .number(let number) = value else {
      throw .wrongKind("a number", value, at: expression.range)
    }
    return number
  }

  package mutating func truth(
    of expression: Expression,
    at range: SourceRange? = nil
  ) throws(Diagnostic) -> Bool {
    try truth(try value(of: expression), at: expression.range ?? range)
  }

  func truth(_ value: Value, at range: SourceRange?) throws(Diagnostic) -> Bool {
    if case .boolean(let truth) = value { return truth }
    var diagnostic = Diagnostic.wrongKind("true or false", value, at: range)
    if case .series = value {
      diagnostic.hint = "min(...) == 1 asks whether all hold, max(...) == 1 whether any does"
    }
    throw diagnostic
  }

  package mutating func elements(of expression: Expression) throws(Diagnostic) -> [Double] {
    let value = try value(of: expression)
    guard let elements = value.elements else {
      throw .wrongKind("a number or a series", value, at: expression.range)
    }
    return elements
  }

  package mutating func remember(_ text: String) {
    if note == nil { note = text }
  }

  /// Calls the learner's own function.
  mutating func call(
    _ function: Definition,
    _ arguments: [Expression.Argument],
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    try function.check(arguments, at: range)
    if depth >= Self.deepestCall { throw .recursion(function.name, at: range) }
    if height + function.height > 2 * Expression.tallest { throw .tooTall(at: range) }
    if calls >= Self.mostCalls { throw .tooManyCalls(at: range) }
    var values: [Value] = []
    for argument in arguments { values.append(try value(of: argument.value)) }
    let outer = outermost
    let parameters = function.parameters
    let bound = values
    var inner = Evaluator(
      lookup: { name in
        for (parameter, value) in zip(parameters, bound) where parameter == name { return value }
        return outer(name)
      },
      definition: definition,
      known: known
    )
    inner.outermost = outermost
    inner.depth = depth + 1
    inner.height = height + function.height
    inner.calls = calls + 1
    let result: Value
    do throws(Diagnostic) {
      result = try inner.value(of: function.body)
    } catch {
      // The body stands in another cell or line: the call is what can be pointed at here.
      var placed = error
      placed.range = range
      throw placed
    }
    calls = inner.calls
    if let text = inner.note { remember(text) }
    return result
  }
}

extension Evaluator {
  private func named(_ name: String, _ place: Place) throws(Diagnostic) -> Value {
    if let value = lookup(name) { return value }
    switch name {
    case "pi": return .number(.pi)
    case "inf": return .number(.infinity)
    case "nan": return .number(.nan)
    default: break
    }
    if isBlank(name) { throw .blank(at: place.range) }
    if definition(name) != nil || FunctionCatalog.entry(name) != nil {
      throw .functionWithoutBracket(name, at: place.range)
    }
    throw .unknownName(name, among: known(), at: place.range)
  }

  private func isBlank(_ name: String) -> Bool {
    name.utf8.count >= 3 && name.utf8.allSatisfy { $0 == 0x5F }
  }

  /// Applies a function of one number to a number or to each element.
  mutating func map(
    _ expression: Expression,
    at range: SourceRange? = nil,
    _ function: (Double) -> Double
  ) throws(Diagnostic) -> Value {
    let value = try value(of: expression)
    switch value {
    case .number(let number): return .number(function(number))
    case .series(let values): return .series(values.map(function))
    case .boolean, .text:
      throw .wrongKind("a number or a series", value, at: expression.range ?? range)
    }
  }

  /// Applies a function of two numbers; a number goes with every element of a series.
  func combine(
    _ a: Value,
    _ b: Value,
    _ range: SourceRange?,
    _ function: (Double, Double) -> Double
  ) throws(Diagnostic) -> Value {
    switch (a, b) {
    case (.number(let x), .number(let y)): return .number(function(x, y))
    case (.series(let xs), .number(let y)): return .series(xs.map { function($0, y) })
    case (.number(let x), .series(let ys)): return .series(ys.map { function(x, $0) })
    case (.series(let xs), .series(let ys)):
      if xs.count != ys.count { throw .lengthMismatch(xs.count, ys.count, at: range) }
      var result: [Double] = []
      result.reserveCapacity(xs.count)
      for index in xs.indices { result.append(function(xs[index], ys[index])) }
      return .series(result)
    default:
      let wrong = a.elements == nil ? a : b
      throw .wrongKind("a number or a series", wrong, at: range)
    }
  }
}

extension Diagnostic {
  package static func blank(at range: SourceRange?) -> Diagnostic {
    Diagnostic("this blank is yours to fill in", at: range)
  }

  static func functionWithoutBracket(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "'\(name)' is a function",
      hint: "give it something in brackets: \(name)(...)",
      at: range
    )
  }
}
