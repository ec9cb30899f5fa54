package import Arithmetic

extension Evaluator {
  mutating func call(
    _ name: String,
    _ arguments: [Expression.Argument],
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    if let own = definition(name) { return try call(own, arguments, range) }
    guard let entry = FunctionCatalog.entry(name) else {
      throw .unknownFunction(name, among: FunctionCatalog.names, at: range)
    }
    if name == "ewa" { return try average(arguments, entry, range) }
    if let schedule = try Expression.schedule(name, arguments, at: range) {
      return try value(of: schedule)
    }
    if arguments.contains(where: { $0.label != nil }) {
      throw .wrongArguments(name, usage: entry.usage, at: range)
    }
    let plain = arguments.map { $0.value }
    if let function = ElementaryFunction(rawValue: name) {
      guard plain.count == 1 else { throw .wrongArguments(name, usage: entry.usage, at: range) }
      return try elementary(function, plain[0], range)
    }
    if let function = PairFunction(rawValue: name), plain.count == 2 {
      let (first, second) = (try value(of: plain[0]), try value(of: plain[1]))
      let result = try combine(first, second, range) { function($0, $1) }
      if function == .mod, second == .number(0) {
        remember("\(name)(\(plain[0].text), 0) divides by zero")
      }
      return result
    }
    switch (name, plain.count) {
    case ("where", 3): return try choice(plain, range)
    case ("sum", 1), ("mean", 1), ("norm", 1), ("length", 1), ("max", 1), ("min", 1),
      ("logsumexp", 1):
      return .number(try reduce(name, try elements(of: plain[0]), range))
    case ("first", 1), ("last", 1):
      let values = try elements(of: plain[0])
      guard let value = name == "first" ? values.first : values.last else {
        throw .emptySeries(name, at: range)
      }
      return .number(value)
    case ("first", 2), ("last", 2):
      let values = try elements(of: plain[0])
      let count = try number(of: plain[1])
      guard count >= 0, count == count.rounded() else {
        throw Diagnostic("a count is a whole number from 0", at: plain[1].range ?? range)
      }
      let n = Int(min(count, Double(values.count)))
      return .series(Array(name == "first" ? values.prefix(n) : values.suffix(n)))
    case ("range", 2), ("range", 3), ("linspace", 3), ("logspace", 3):
      return .series(try spaced(name, plain, range))
    default:
      throw .wrongArguments(name, usage: entry.usage, at: range)
    }
  }

  /// The larger; not-a-number if either is.
  @inline(__always)
  package static func larger<Scalar: Real>(_ x: Scalar, _ y: Scalar) -> Scalar {
    x > y || x.isNaN ? x : y
  }

  @inline(__always)
  package static func smaller<Scalar: Real>(_ x: Scalar, _ y: Scalar) -> Scalar {
    x < y || x.isNaN ? x : y
  }

  private mutating func elementary(
    _ function: ElementaryFunction,
    _ argument: Expression,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    let result = try map(argument, at: range) { x in function(x) }
    if case .number(let outcome) = result, !outcome.isFinite {
      let given = try value(of: argument)
      if case .number(let x) = given, x.isFinite {
        let text = "\(function.rawValue)(\(NumberText.shown(x, 6)))"
        remember(
          outcome.isNaN ? "\(text) is not a real number" : "\(text) is beyond the range of numbers"
        )
      }
    }
    return result
  }

  private mutating func choice(
    _ arguments: [Expression],
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    let condition = try value(of: arguments[0])
    let yes = try value(of: arguments[1])
    let no = try value(of: arguments[2])
    switch condition {
    case .boolean(let holds): return holds ? yes : no
    case .number(let number): return number != 0 ? yes : no
    case .series(let flags):
      guard let a = yes.elements, let b = no.elements else {
        throw .wrongKind("a number or a series", yes.elements == nil ? yes : no, at: range)
      }
      var result: [Double] = []
      for (index, flag) in flags.enumerated() {
        let side = flag != 0 ? a : b
        guard side.count == 1 || side.count == flags.count else {
          throw .lengthMismatch(flags.count, side.count, at: range)
        }
        result.append(side[side.count == 1 ? 0 : index])
      }
      return .series(result)
    case .text: throw .wrongKind("true or false", condition, at: range)
    }
  }

  private func reduce(
    _ name: String,
    _ values: [Double],
    _ range: SourceRange?
  ) throws(Diagnostic) -> Double {
    if name == "length" { return Double(values.count) }
    guard let first = values.first else {
      if name == "sum" || name == "norm" { return 0 }
      if name == "logsumexp" { return -.infinity }
      throw .emptySeries(name, at: range)
    }
    switch name {
    case "max": return values.reduce(first) { Self.larger($0, $1) }
    case "min": return values.reduce(first) { Self.smaller($0, $1) }
    case "logsumexp":
      let most = values.reduce(first) { Self.larger($0, $1) }
      if !most.isFinite { return most }
      return most + Elementary.log(values.reduce(0) { $0 + Elementary.exp($1 - most) })
    case "norm": return Double.root(values.reduce(0) { $0 + $1 * $1 })
    case "mean": return values.reduce(0, +) / Double(values.count)
    default: return values.reduce(0, +)
    }
  }

  private mutating func spaced(
    _ name: String,
    _ arguments: [Expression],
    _ range: SourceRange?
  ) throws(Diagnostic) -> [Double] {
    let a = try number(of: arguments[0])
    let b = try number(of: arguments[1])
    let third = arguments.count == 3 ? try number(of: arguments[2]) : 1
    guard a.isFinite, b.isFinite, third.isFinite else {
      throw Diagnostic("'\(name)' needs finite numbers", at: range)
    }
    if name == "range" {
      if third == 0 { throw Diagnostic("'range' cannot go on by 0", at: range) }
      let count = ((b - a) / third + 1e-9).rounded(.down) + 1
      if count > Double(Self.longestSeries) { throw .tooManyValues(count, at: range) }
      return count < 1 ? [] : (0..<Int(count)).map { a + Double($0) * third }
    }
    guard third >= 1, third == third.rounded() else {
      throw Diagnostic("'\(name)' needs a whole number of values, at least 1", at: range)
    }
    if third > Double(Self.longestSeries) { throw .tooManyValues(third, at: range) }
    let last = Int(third) - 1
    return (0...last).map { index in
      let x = index == last && last > 0 ? b : a + (b - a) * (Double(index) / Double(max(last, 1)))
      return name == "linspace" ? x : Elementary.pow(10, x)
    }
  }

  /// v = beta v + (1 - beta) x from v = 0; corrected: v / (1 - beta^t).
  private mutating func average(
    _ arguments: [Expression.Argument],
    _ entry: FunctionEntry,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Value {
    guard let series = arguments.first, series.label == nil else {
      throw .wrongArguments("ewa", usage: entry.usage, at: range)
    }
    var beta = 0.9
    var corrected = false
    for (position, argument) in arguments.dropFirst().enumerated() {
      switch argument.label ?? (position == 0 ? "beta" : "corrected") {
      case "beta": beta = try number(of: argument.value)
      case "corrected": corrected = try truth(of: argument.value)
      default: throw .wrongArguments("ewa", usage: entry.usage, at: range)
      }
    }
    guard beta >= 0, beta < 1 else {
      throw Diagnostic(
        "beta is \(NumberText.shortest(beta)), outside [0, 1)",
        hint: "try 0.9",
        at: range
      )
    }
    var v = 0.0
    var result: [Double] = []
    for (index, x) in try elements(of: series.value).enumerated() {
      v = beta * v + (1 - beta) * x
      result.append(corrected ? v / (1 - Elementary.pow(beta, Double(index + 1))) : v)
    }
    return .series(result)
  }
}
