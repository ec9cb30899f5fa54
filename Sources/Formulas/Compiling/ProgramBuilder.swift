package import Arithmetic

/// Compiles expressions to a `Program`, sharing equal parts.
package struct ProgramBuilder<Scalar: Real> {
  private enum Node: Hashable {
    case input(Int)
    case constant(Scalar)
    case instruction(Program<Scalar>.Operation, ElementaryFunction, Int, Int, Int)

    static func == (a: Node, b: Node) -> Bool {
      switch (a, b) {
      case (.input(let x), .input(let y)): x == y
      case (.constant(let x), .constant(let y)): x == y && x.sign == y.sign
      case (
        .instruction(let o, let f, let a, let b, let c),
        .instruction(let p, let g, let x, let y, let z)
      ):
        o == p && f == g && a == x && b == y && c == z
      default: false
      }
    }

    func hash(into hasher: inout Hasher) {
      switch self {
      case .input(let index): hasher.combine(index)
      case .constant(let value): hasher.combine(value)
      case .instruction(let operation, _, let a, let b, _):
        hasher.combine(operation.rawValue)
        hasher.combine(a)
        hasher.combine(b)
      }
    }
  }

  private var nodes: [Node] = []
  /// Where each node stands, to find equal parts; never gone through in its own order.
  private var positions: [Node: Int] = [:]
  /// The node each name stands for at this moment; assignments rebind.
  private var bindings: [String: Int] = [:]
  private let inputCount: Int

  package init(inputs: [String]) {
    inputCount = inputs.count
    for (index, name) in inputs.enumerated() {
      nodes.append(.input(index))
      positions[.input(index)] = index
      bindings[name] = index
    }
  }

  package func binding(_ name: String) -> Int? { bindings[name] }
  package mutating func bind(_ name: String, to node: Int) { bindings[name] = node }

  /// Compiles an expression; the result is a node to bind or to ask for.
  package mutating func compile(_ expression: Expression) throws(Diagnostic) -> Int {
    switch expression {
    case .number(let value, _): return add(.constant(Scalar(value)))
    case .boolean(let value): return add(.constant(value ? 1 : 0))
    case .name(let name, let place):
      if let node = bindings[name] { return node }
      if name == "pi" { return add(.constant(Scalar(Double.pi))) }
      if name == "inf" { return add(.constant(.infinity)) }
      throw .unknownName(name, among: bindings.keys.sorted(), at: place.range)
    case .negate(let a): return operation(.negate, try compile(a))
    case .not(let a, _): return operation(.not, try compile(a))
    case .binary(let op, let a, let b, let place): return try binary(op, a, b, place.range)
    case .call(let name, let arguments, let place): return try call(name, arguments, place.range)
    case .text: throw .notCompilable("text", at: nil)
    case .list(_, let place): throw .notCompilable("a series", at: place.range)
    case .index(_, _, let place): throw .notCompilable("an index", at: place.range)
    }
  }

  private mutating func binary(
    _ op: Expression.Operator,
    _ a: Expression,
    _ b: Expression,
    _ range: SourceRange?
  ) throws(Diagnostic) -> Int {
    let x = try compile(a)
    if op == .power {
      if b.constantValue == 2 { return operation(.multiply, x, x) }
      if b.constantValue == 3 { return operation(.multiply, operation(.multiply, x, x), x) }
    }
    let y = try compile(b)
    switch op {
    case .add: return operation(.add, x, y)
    case .subtract: return operation(.subtract, x, y)
    case .multiply: return operation(.multiply, x, y)
    case .divide: return operation(.divide, x, y)
    case .power: return operation(.power, x, y)
    case .less: return operation(.less, x, y)
    case .lessOrEqual: return operation(.lessOrEqual, x, y)
    case .greater: return operation(.less, y, x)
    case .greaterOrEqual: return operation(.lessOrEqual, y, x)
    case .equal: return operation(.equal, x, y)
    case .notEqual: return operation(.not, operation(.equal, x, y))
    case .and: return operation(.and, x, y)
    case .or: return operation(.or, x, y)
    case .about: throw .notCompilable("'~='", at: range)
    }
  }

  private mutating func call(
    _ name: String,
    _ arguments: [Expression.Argument],
    _ range: SourceRange?
  ) throws(Diagnostic) -> Int {
    if let schedule = try Expression.schedule(name, arguments, at: range) {
      return try compile(schedule)
    }
    var nodes: [Int] = []
    for argument in arguments {
      if argument.label != nil, let entry = FunctionCatalog.entry(name) {
        throw .wrongArguments(name, usage: entry.usage, at: range)
      }
      nodes.append(try compile(argument.value))
    }
    if let function = ElementaryFunction(rawValue: name), nodes.count == 1 {
      return add(.instruction(.call, function, nodes[0], 0, 0))
    }
    switch (name, nodes.count) {
    case ("max", 2): return operation(.max, nodes[0], nodes[1])
    case ("min", 2): return operation(.min, nodes[0], nodes[1])
    case ("atan2", 2): return operation(.atan2, nodes[0], nodes[1])
    case ("hypot", 2): return operation(.hypot, nodes[0], nodes[1])
    case ("mod", 2): return operation(.mod, nodes[0], nodes[1])
    case ("where", 3):
      return add(.instruction(.select, .abs, nodes[0], nodes[1], nodes[2]))
    default:
      guard let entry = FunctionCatalog.entry(name) else {
        throw .unknownFunction(name, among: FunctionCatalog.names, at: range)
      }
      if FunctionCatalog.ofSeries.contains(name) {
        throw .notCompilable("'\(name)'", at: range)
      }
      throw .wrongArguments(name, usage: entry.usage, at: range)
    }
  }

  private mutating func operation(
    _ operation: Program<Scalar>.Operation,
    _ a: Int,
    _ b: Int = 0
  ) -> Int {
    add(.instruction(operation, .abs, a, b, 0))
  }

  private mutating func add(_ node: Node) -> Int {
    if let known = positions[node] { return known }
    positions[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  /// The program that computes these nodes, and nothing that they do not need.
  package func program(computing wanted: [Int]) -> Program<Scalar> {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    for node in wanted { isNeeded[node] = true }
    for index in nodes.indices.reversed() where isNeeded[index] {
      if case .instruction(let op, _, let a, let b, let c) = nodes[index] {
        isNeeded[a] = true
        if op != .call, op != .negate, op != .not { isNeeded[b] = true }
        if op == .select { isNeeded[c] = true }
      }
    }
    return assemble(isNeeded, wanted)
  }

  private func assemble(_ isNeeded: [Bool], _ wanted: [Int]) -> Program<Scalar> {
    var register = [Int](repeating: 0, count: nodes.count)
    var constants: [Scalar] = []
    for (index, node) in nodes.enumerated() {
      switch node {
      case .input(let input): register[index] = input
      case .constant(let value):
        if isNeeded[index] {
          register[index] = inputCount + constants.count
          constants.append(value)
        }
      case .instruction: break
      }
    }
    var instructions: [Program<Scalar>.Instruction] = []
    for (index, node) in nodes.enumerated() {
      guard isNeeded[index], case .instruction(let op, let function, let a, let b, let c) = node
      else { continue }
      register[index] = inputCount + constants.count + instructions.count
      instructions.append(
        .init(
          operation: op,
          function: function,
          a: Int32(register[a]),
          b: Int32(register[b]),
          c: Int32(register[c])
        )
      )
    }
    return Program(
      inputCount: inputCount,
      constants: constants,
      instructions: instructions,
      outputs: wanted.map { register[$0] }
    )
  }
}
