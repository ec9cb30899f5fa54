package import Arithmetic

/// A rule sheet compiled: what steps any rule, built in or a learner's own.
///
/// Parts that depend on no parameter are computed once a step, the rest once for each component;
/// the order of operations is exactly the sheet's.
package struct SheetProgram<Scalar: Real>: Sendable {
  package let sheet: RuleSheet
  /// Inputs: settings, t, epoch, scalar slots; outputs: hoisted values, then scalar slots.
  let shared: Program<Scalar>
  /// Inputs: hoisted values, w, g, elementwise slots; outputs: w, elementwise slots, then what is
  /// computed and forgotten.
  let element: Program<Scalar>
  let hoistedCount: Int
  let scalarSlots: [Int]
  let elementSlots: [Int]
  /// Quantities that an update computes and forgets, such as `v_hat`.
  package let derived: [String]

  package init(_ sheet: RuleSheet) throws(Diagnostic) {
    self.sheet = sheet
    let settings = sheet.settings.map { $0.name }
    scalarSlots = sheet.slots.indices.filter { sheet.slots[$0].isScalar }
    elementSlots = sheet.slots.indices.filter { !sheet.slots[$0].isScalar }
    let scalarNames = scalarSlots.map { sheet.slots[$0].name }
    let elementNames = elementSlots.map { sheet.slots[$0].name }
    let sharedInputs = settings + ["t", "epoch"] + scalarNames

    // The shared part: every equation's largest parts that need no parameter, in order.
    var outer = ProgramBuilder<Scalar>(inputs: sharedInputs)
    var hoisted: [Int] = []
    var assignments: [(String, Expression)] = []
    var varying = ["w", "g"] + elementNames
    for equation in sheet.equations {
      let rest = try Self.hoist(equation.value, varying, &outer, &hoisted)
      if case .name(let name, _) = rest, name.hasPrefix(Self.mark) {
        outer.bind(equation.target, to: hoisted[Self.position(name)])
        varying.removeAll { $0 == equation.target }
      } else if !varying.contains(equation.target) {
        varying.append(equation.target)
      }
      assignments.append((equation.target, rest))
    }
    var sharedOutputs = hoisted
    for name in scalarNames { sharedOutputs.append(outer.binding(name) ?? 0) }
    shared = outer.program(computing: sharedOutputs)
    hoistedCount = hoisted.count

    var inner = ProgramBuilder<Scalar>(
      inputs: hoisted.indices.map { Self.mark + "\($0)" } + ["w", "g"] + elementNames
    )
    for (target, value) in assignments { inner.bind(target, to: try inner.compile(value)) }
    var outputs = [inner.binding("w") ?? 0]
    let slots = sheet.slots.map { $0.name }
    derived = sheet.quantities.filter { !slots.contains($0) }
    for name in elementNames + derived { outputs.append(inner.binding(name) ?? 0) }
    element = inner.program(computing: outputs)
  }

  /// How many values the state of `count` parameters holds: w, then every slot in order.
  package func stateCount(_ count: Int) -> Int {
    count * (1 + elementSlots.count) + scalarSlots.count
  }

  /// Where a slot begins in the state.
  package func slotOffset(_ slot: Int, _ count: Int) -> Int {
    var offset = count
    for earlier in 0..<slot { offset += sheet.slots[earlier].isScalar ? 1 : count }
    return offset
  }

  /// The state before the first update.
  package func initialState(_ start: [Scalar]) -> [Scalar] {
    var state = start
    for slot in sheet.slots {
      state += [Scalar](
        repeating: Scalar(slot.initial),
        count: slot.isScalar ? 1 : start.count
      )
    }
    return state
  }

  /// How many values an update of `count` parameters needs to work in.
  package func scratchCount(_ count: Int) -> Int {
    shared.registerCount + element.registerCount * Self.width(count)
  }

  package func prepare(_ scratch: UnsafeMutablePointer<Scalar>, _ count: Int) {
    shared.prepare(scratch)
    element.prepare(scratch + shared.registerCount, width: Self.width(count))
  }
}

extension SheetProgram {
  private static var mark: String { "shared " }

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
