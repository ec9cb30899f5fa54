/// A function the learner has defined: `f(u, v) = u^2 + v`.
package struct Definition: Equatable, Sendable {
  package var name: String
  package var parameters: [String]
  package var body: Expression

  package init(name: String, parameters: [String], body: Expression) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}

extension Expression {
  /// The expression with calls of the learner's own functions replaced by their bodies.
  package func inlining(
    _ definition: (String) -> Definition?,
    depth: Int = 0
  ) throws(Diagnostic) -> Expression {
    switch self {
    case .number, .boolean, .text, .name: return self
    case .negate(let a): return .negate(try a.inlining(definition, depth: depth))
    case .not(let a, let place): return .not(try a.inlining(definition, depth: depth), place)
    case .binary(let op, let a, let b, let place):
      return .binary(
        op,
        try a.inlining(definition, depth: depth),
        try b.inlining(definition, depth: depth),
        place
      )
    case .index(let a, let b, let place):
      return .index(
        try a.inlining(definition, depth: depth),
        try b.inlining(definition, depth: depth),
        place
      )
    case .list(let items, let place):
      var inlined: [Expression] = []
      for item in items { inlined.append(try item.inlining(definition, depth: depth)) }
      return .list(inlined, place)
    case .call(let name, let arguments, let place):
      var inlined: [Argument] = []
      for argument in arguments {
        inlined.append(
          Argument(try argument.value.inlining(definition, depth: depth), label: argument.label)
        )
      }
      guard let function = definition(name) else { return .call(name, inlined, place) }
      if depth >= Evaluator.deepestCall { throw .recursion(name, at: place.range) }
      try function.check(inlined, at: place.range)
      // What is wrong in the body is pointed at where it is called.
      let own = function.body.placed(at: place)
      // Arguments go in first: a name that a function further down reads is never this one's.
      let body = own.substituting { wanted in
        for (parameter, argument) in zip(function.parameters, inlined) where parameter == wanted {
          return argument.value
        }
        return nil
      }
      return try body.inlining(definition, depth: depth + 1)
    }
  }
}

extension Definition {
  package var usage: String { "\(name)(\(parameters.joined(separator: ", ")))" }

  func check(_ arguments: [Expression.Argument], at range: SourceRange?) throws(Diagnostic) {
    if arguments.count != parameters.count || arguments.contains(where: { $0.label != nil }) {
      throw .wrongArguments(name, usage: usage, at: range)
    }
  }
}
