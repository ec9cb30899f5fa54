/// Every choice of a quiz has a reaction and no two read the same.
struct QuizProof {
  let quiz: Quiz

  var failures: [CheckFailure] {
    guard case .choices(let choices) = quiz.answer else { return [] }
    var failures: [CheckFailure] = []
    var seen: [String] = []
    for choice in choices {
      let text = choice.content.plainText
      if choice.reaction == nil {
        failures.append(
          CheckFailure(
            line: choice.line,
            message: "choice '\(text)' has no reaction",
            hint: "say why after an em dash: - [ ] \(text) — ..."
          )
        )
      }
      if seen.contains(text) {
        failures.append(CheckFailure(line: choice.line, message: "choice '\(text)' appears twice"))
      }
      seen.append(text)
    }
    if choices.count < 2 {
      failures.append(CheckFailure(line: quiz.line, message: "a quiz wants two choices or more"))
    }
    return failures
  }
}
