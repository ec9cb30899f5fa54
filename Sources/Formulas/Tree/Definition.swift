/// A function the learner has defined: `f(u, v) = u^2 + v`.
package struct Definition: Equatable, Sendable {
  package var name: String
  package var parameters: [String]
  package var body: Expression
  /// How many operations of the body stand in one another.
  let height: Int

  package init(name: String, parameters: [String], body: Expression) {
    self.name = name
    self.parameters = parameters
    self.body = body
    height = body.height
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
