import Formulas

enum ExplainCommand {
  static let command = Command(
    "explain",
    .question,
    usage: "explain [PARAMETER] [at T]",
    summary: "write out an update: each equation with its numbers and its value",
    details: [
      "Without a parameter every one of a few is explained; at T is another update than the last.",
      "W1[3] is one number of a network; without it, of each part the one with the largest gradient.",
    ],
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 3
      explain x at 3
      """,
    forms: Form(
      operands: [.parameter],
      isOptional: true,
      clauses: [Clause(.at, [.number], "another update than the last")]
    )
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    try context.checkOptimizer()
    var wanted: Int?
    if let token = context.reader.current,
      token.name != Word.at.rawValue || context.reader.peek() == nil
    {
      wanted = try context.component(of: experiment.problem.parameters)
    }
    var update = experiment.t
    var range = context.reader.range
    if context.take(.at) {
      range = context.reader.range
      update = try context.count("the update")
    }
    try context.end()
    guard update >= 1 else { throw .nothingToExplain(at: range) }
    guard update <= experiment.t else { throw .afterNow(update, experiment.t, at: range) }
    let explanation = try Explanation(experiment, update, digits: context.session.precision)
    for index in wanted.map({ [$0] }) ?? explanation.prominent {
      context.answer(.derivation(try explanation.derivation(of: index)))
    }
    return nil
  }
}

extension CommandContext {
  /// `x`, or `W1[3]`: which number of the parameters.
  fileprivate mutating func component(of parameters: Parameters) throws(Diagnostic) -> Int {
    let (name, range) = try reader.name("a parameter")
    guard let part = parameters.parts.first(where: { $0.name == name }) else {
      throw .unknownParameter(name, parameters.names, at: range)
    }
    if part.isNumber { return part.range.lowerBound }
    guard reader.take(.openBracket) else {
      throw .oneOfMany(name, part.range.count, at: range)
    }
    let place = reader.range
    let index = try count("the index")
    try reader.expect(.closeBracket, after: "after the index")
    guard index <= part.range.count else {
      throw .indexOutOfRange(Double(index), part.range.count, at: place)
    }
    return part.range.lowerBound + index - 1
  }
}
