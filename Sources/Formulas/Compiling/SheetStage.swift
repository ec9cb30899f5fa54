import Arithmetic

/// The part of an update up to a total, or the whole of it.
///
/// What depends on no parameter is computed once for each layer, the rest once for each component;
/// a stage computes again what it needs of those before, and only the last changes a state.
struct SheetStage<Scalar: Real>: Sendable {
  /// Inputs: settings, t, epoch, scalar slots, known totals; outputs: hoisted values, then scalar
  /// slots.
  let shared: Program<Scalar>
  /// Inputs: hoisted values, w, g, elementwise slots; outputs: what the total is made of, or w,
  /// elementwise slots, then what is computed and forgotten.
  let element: Program<Scalar>
  let hoistedCount: Int

  /// The equations before a total of `term`, or all.
  init(
    _ equations: ArraySlice<RuleSheet.Equation>,
    term: Expression?,
    inputs: [String],
    scalars: [String],
    elements: [String],
    derived: [String]
  ) throws(Diagnostic) {
    let totals = equations.filter { $0.total != nil }.indices.map { Self.total + "\($0)" }
    // The shared part: every equation's largest parts that need no parameter, in order.
    var outer = ProgramBuilder<Scalar>(inputs: inputs + scalars + totals)
    var hoisted: [Int] = []
    var assignments: [(String, Expression)] = []
    var varying = ["w", "g"] + elements
    var known = 0
    for equation in equations {
      var value = equation.value
      if equation.total != nil {
        value = .variable(totals[known])
        known += 1
      }
      let rest = try Self.hoist(value, varying, &outer, &hoisted)
      if case .name(let name, _) = rest, name.hasPrefix(Self.mark) {
        outer.bind(equation.target, to: hoisted[Self.position(name)])
        varying.removeAll { $0 == equation.target }
      } else if !varying.contains(equation.target) {
        varying.append(equation.target)
      }
      assignments.append((equation.target, rest))
    }
    let last = try term.map { term throws(Diagnostic) in
      try Self.hoist(term, varying, &outer, &hoisted)
    }
    var sharedOutputs = hoisted
    for name in scalars { sharedOutputs.append(outer.binding(name) ?? 0) }
    shared = outer.program(computing: sharedOutputs)
    hoistedCount = hoisted.count

    var inner = ProgramBuilder<Scalar>(
      inputs: hoisted.indices.map { Self.mark + "\($0)" } + ["w", "g"] + elements
    )
    for (target, value) in assignments { inner.bind(target, to: try inner.compile(value)) }
    var outputs: [Int] = []
    if let last {
      outputs.append(try inner.compile(last))
    } else {
      for name in ["w"] + elements + derived { outputs.append(inner.binding(name) ?? 0) }
    }
    element = inner.program(computing: outputs)
  }

  /// How many values it works in, so many components at once.
  func registerCount(_ width: Int) -> Int { shared.registerCount + element.registerCount * width }

  func prepare(_ scratch: UnsafeMutablePointer<Scalar>, _ width: Int) {
    shared.prepare(scratch)
    element.prepare(scratch + shared.registerCount, width: width)
  }
}

extension SheetStage {
  private static var mark: String { "shared " }
  private static var total: String { "total " }

  private static func position(_ name: String) -> Int {
    var value = 0
    for byte in name.utf8.dropFirst(mark.utf8.count) { value = value * 10 + Int(byte) - 48 }
    return value
  }

  /// Replaces the largest parts that depend on nothing varying by names of hoisted values.
  private static func hoist(
    _ expression: Expression,
    _ varying: [String],
    _ outer: inout ProgramBuilder<Scalar>,
    _ hoisted: inout [Int]
  ) throws(Diagnostic) -> Expression {
    if !varying.contains(where: { expression.depends(on: $0) }) {
      if case .number = expression { return expression }
      let node = try outer.compile(expression)
      let position = hoisted.firstIndex(of: node) ?? hoisted.count
      if position == hoisted.count { hoisted.append(node) }
      return .variable(mark + "\(position)")
    }
    switch expression {
    case .negate(let a): return .negate(try hoist(a, varying, &outer, &hoisted))
    case .not(let a, let place): return .not(try hoist(a, varying, &outer, &hoisted), place)
    case .binary(.power, let a, let b, let place) where b.constantValue != nil:
      return .binary(.power, try hoist(a, varying, &outer, &hoisted), b, place)
    case .binary(let op, let a, let b, let place):
      let left = try hoist(a, varying, &outer, &hoisted)
      return .binary(op, left, try hoist(b, varying, &outer, &hoisted), place)
    case .call(let name, let arguments, let place):
      var parts: [Expression.Argument] = []
      for argument in arguments {
        parts.append(.init(try hoist(argument.value, varying, &outer, &hoisted)))
      }
      return .call(name, parts, place)
    default: return expression
    }
  }
}
