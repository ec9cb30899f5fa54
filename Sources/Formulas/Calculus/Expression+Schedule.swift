extension Expression {
  /// What a schedule is in terms of other functions, so that it is computed, compiled and
  /// differentiated as those are; nil for another function.
  ///
  /// The values are those of `Optimizers.Schedule` behind so many updates, bit for bit.
  static func schedule(
    _ name: String,
    _ arguments: [Argument],
    at range: SourceRange?
  ) throws(Diagnostic) -> Expression? {
    guard ["linear", "cosine", "warmup", "steps"].contains(name) else { return nil }
    let plain = arguments.filter { $0.label == nil }.map { $0.value }
    let labelled = arguments.filter { $0.label != nil }
    let end = labelled.first?.value ?? .constant(0)
    let takesEnd = name == "cosine" || name == "warmup"
    let isCalledRight = labelled.isEmpty || takesEnd && labelled.count == 1
    if isCalledRight, labelled.allSatisfy({ $0.label == "to" }) {
      switch (name, plain.count) {
      case ("linear", 4): return linear(plain[0], plain[1], plain[2], plain[3])
      case ("cosine", 3): return cosine(plain[0], plain[1], end, plain[2])
      case ("cosine", 4) where labelled.isEmpty:
        return cosine(plain[0], plain[1], plain[3], plain[2])
      case ("warmup", 4): return warmup(plain, end)
      case ("warmup", 5) where labelled.isEmpty: return warmup(plain, plain[4])
      case ("steps", 4...) where plain.count.isMultiple(of: 2): return steps(plain)
      default: break
      }
    }
    throw .wrongArguments(name, usage: FunctionCatalog.entry(name)?.usage ?? name, at: range)
  }

  private static func linear(
    _ t: Expression,
    _ from: Expression,
    _ to: Expression,
    _ length: Expression
  ) -> Expression {
    let left: Expression = .binary(.subtract, .constant(1), share(t, length))
    let way: Expression = .binary(.subtract, from, to)
    return .binary(.add, .binary(.multiply, way, left), to)
  }

  private static func cosine(
    _ t: Expression,
    _ from: Expression,
    _ to: Expression,
    _ length: Expression
  ) -> Expression {
    let angle: Expression = .binary(.multiply, .constant(.pi), share(t, length))
    let wave: Expression = .binary(.add, .constant(1), .apply("cos", angle))
    let half: Expression = .binary(.multiply, .constant(0.5), wave)
    return .binary(.add, to, .binary(.multiply, .binary(.subtract, from, to), half))
  }

  /// `t, peak, up, down`: the second part counts from where it begins.
  private static func warmup(_ plain: [Expression], _ end: Expression) -> Expression {
    let (t, peak, up) = (plain[0], plain[1], plain[2])
    return .apply(
      "where",
      .binary(.less, t, up),
      linear(t, .constant(0), peak, up),
      cosine(.binary(.subtract, t, up), peak, end, plain[3])
    )
  }

  /// `t, from, at, factor, at, factor`.
  private static func steps(_ plain: [Expression]) -> Expression {
    var value = plain[1]
    for index in stride(from: 2, to: plain.count, by: 2) {
      let reached: Expression = .binary(.greaterOrEqual, plain[0], plain[index])
      let factor: Expression = .apply("where", reached, plain[index + 1], .constant(1))
      value = .binary(.multiply, value, factor)
    }
    return value
  }

  /// How much of a length has gone by, from 0 to 1; a length of 0 is over at once.
  private static func share(_ t: Expression, _ length: Expression) -> Expression {
    let gone: Expression = .apply("min", .apply("max", t, .constant(0)), length)
    return .apply(
      "where",
      .binary(.greater, length, .constant(0)),
      .binary(.divide, gone, length),
      .constant(1)
    )
  }
}
