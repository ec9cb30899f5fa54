import Formulas
import Notebook

extension Exercise {
  /// Wrong answers to try on the check, likely ones first: those the author gives, values that its
  /// conditions name or exclude, the starter as it stands, and the solution with other numbers.
  func wrongAttempts(_ check: CheckCell) -> [String] {
    let lines = check.reactions + check.expectations
    let examples = (lines.flatMap(\.examples) + check.examples).flatMap {
      AttemptForms.cells(starter: starter.source, answer: $0)
    }
    let answers =
      check.reactions.flatMap(\.statement.fitting) + check.expectations.flatMap(\.statement.failing)
    var seen: Set<String> = []
    return (examples + answers.flatMap(attempts) + [starter.source] + otherSolutions)
      .filter { seen.insert($0).inserted }
  }

  /// The answer as the learner's variable, and in the blank of the starter.
  private func attempts(_ answer: WrongAnswer) -> [String] {
    var attempts: [String] = []
    if let name = answer.name, answeredNames.contains(name) {
      attempts.append(solutionCell.source + "\n\(name) = \(answer.value)\n")
    }
    if starter.source.contains(AttemptForms.blank) {
      attempts += ["(\(answer.value))", answer.value].map(filled)
    }
    return attempts
  }

  /// The variables that the solution gives a value, beside what the starter says already.
  private var answeredNames: Set<String> {
    let given = Lexer.statements(of: starter.source).map { $0.map(\.kind) }
    return Set(
      Lexer.statements(of: solutionCell.source).compactMap { tokens in
        guard tokens.dropFirst().first?.isSign(.assign) == true,
          !given.contains(tokens.map(\.kind))
        else { return nil }
        return tokens.first?.name
      }
    )
  }

  private func filled(_ value: String) -> String {
    var result = ""
    var rest = starter.source[...]
    while let place = rest.firstRange(of: AttemptForms.blank) {
      result += rest[..<place.lowerBound] + value
      rest = rest[place.lowerBound...].drop { $0 == "_" }
    }
    return result + rest
  }

  /// The solution with each of its numbers changed.
  private var otherSolutions: [String] {
    var lexer = Lexer(solutionCell.source)
    let bytes = Array(solutionCell.source.utf8)
    return ((try? lexer.all()) ?? []).flatMap { token -> [String] in
      guard case .number(let value, _) = token.kind else { return [] }
      let before = String(decoding: bytes[..<token.range.start], as: UTF8.self)
      let after = String(decoding: bytes[token.range.end...], as: UTF8.self)
      return ["\(value + 1)", "\(2 * value)", "0"].map { before + $0 + after }
    }
  }

  /// What the solution has in the place of the starter's blank, without spaces, where it is more
  /// than a name or a number.
  var blankOfSolution: String? {
    let starter = starter.source.filter { !$0.isWhitespace }
    let solution = solutionCell.source.filter { !$0.isWhitespace }
    guard let start = starter.firstRange(of: AttemptForms.blank)?.lowerBound else { return nil }
    let (head, tail) = (starter[..<start], starter[start...].drop { $0 == "_" })
    guard solution.hasPrefix(head), solution.hasSuffix(tail),
      solution.count > head.count + tail.count
    else { return nil }
    let answer = String(solution.dropFirst(head.count).dropLast(tail.count))
    var lexer = Lexer(answer)
    return ((try? lexer.all()) ?? []).count >= 3 ? answer : nil
  }
}
