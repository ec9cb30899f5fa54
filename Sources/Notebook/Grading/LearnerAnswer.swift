package import Formulas

/// What a learner put in the place of an exercise's starter, for the check cell to judge.
package struct LearnerAnswer: Sendable {
  /// Numbers typed as the whole value of a name, `a = 0.857`: they are judged to the digits given.
  package private(set) var numbers: [TypedNumber] = []

  /// One in which no number is the learner's own.
  package init() {}

  /// `source` is what was run; what the starter says already was not typed.
  package init(_ source: String, starter: String) {
    let given = Lexer.statements(of: starter)
    for tokens in Lexer.statements(of: source) {
      guard tokens.count > 2, let name = tokens[0].name, tokens[1].isSign(.assign) else { continue }
      numbers.removeAll { $0.name == name }
      let kinds = tokens.map { $0.kind }
      if given.contains(where: { $0.map { $0.kind } == kinds }) { continue }
      let isSigned = tokens[2].isSign(.minus) || tokens[2].isSign(.plus)
      guard tokens.count == (isSigned ? 4 : 3),
        case .number(_, let unit) = tokens[isSigned ? 3 : 2].kind
      else { continue }
      numbers.append(TypedNumber(name: name, unit: unit))
    }
  }
}
