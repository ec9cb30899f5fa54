/// What an author owes a learner: the starter fails, the solution passes, every `when` can fire
/// and hints are there.
///
/// Everything runs on copies of the notebook that the exercise meets.
struct ExerciseProof {
  let exercise: Exercise
  /// Stands where the exercise begins.
  let player: Player

  var failures: [CheckFailure] {
    var failures: [CheckFailure] = []
    if exercise.hints.isEmpty {
      failures.append(
        CheckFailure(
          line: exercise.line,
          message: "exercise '\(exercise.id)' has no hint",
          hint: "fold one away: <details><summary>Hint 1</summary>"
        )
      )
    }
    if judge(exercise.starter.source, as: exercise.starter.words).failure == nil {
      failures.append(
        CheckFailure(
          line: exercise.starter.lines.lowerBound,
          message: "the starter of '\(exercise.id)' already passes its check",
          hint: "leave a blank ____ in it, or check more"
        )
      )
    }
    let solved = judge(exercise.solutionCell.source, as: exercise.solutionCell.words)
    if let failure = solved.failure {
      failures.append(
        CheckFailure(
          line: solved.isCheck
            ? exercise.check.lines.lowerBound + failure.line
            : exercise.solutionCell.lines.lowerBound + failure.line,
          message: solved.isCheck
            ? "the solution of '\(exercise.id)' does not pass its check: \(failure.message)"
            : "the solution of '\(exercise.id)' is in error: \(failure.message)",
          hint: failure.hint
        )
      )
      return failures
    }
    return failures + silentReactions()
  }
}

extension ExerciseProof {
  /// What an attempt leads to: its own error, or the check's.
  private func judge(
    _ source: String,
    as words: CellWords
  ) -> (failure: CellFailure?, isCheck: Bool) {
    let session = player.session(named: exercise.starter.words.session)
    let attempt = player.attempt(source, as: words, in: session)
    if let failure = attempt.failure { return (failure, false) }
    let check = exercise.check
    return (player.attempt(check.source, as: check.words, in: attempt.session).failure, true)
  }

  /// Each `when` of the check for which no wrong answer could be found that makes it speak.
  private func silentReactions() -> [CheckFailure] {
    let reactions = Reaction.all(in: exercise.check.source)
    let answers = reactions.flatMap(\.candidates)
    return reactions.compactMap { reaction in
      let isHeard = attempts(reaction, answers).contains { attempt in
        judge(attempt, as: exercise.starter.words).failure?.message == reaction.saying
      }
      if isHeard { return nil }
      return CheckFailure(
        line: exercise.check.lines.lowerBound + reaction.line,
        message: "no wrong answer was found that makes this 'when' speak",
        hint: "give one in a comment before it: # wrong: answer"
      )
    }
  }

  /// Wrong answers to try: those the author gives, the values a condition names, as the learner's variable, and in the
  /// blank of the starter.
  private func attempts(_ reaction: Reaction, _ others: [Reaction.Candidate]) -> [String] {
    let candidates = reaction.candidates + others
    let examples = reaction.examples.flatMap {
      AttemptForms.cells(starter: exercise.starter.source, answer: $0)
    }
    return examples
      + candidates.flatMap { candidate -> [String] in
        var attempts: [String] = []
        if let name = candidate.name {
          attempts.append(exercise.solutionCell.source + "\n\(name) = \(candidate.value)\n")
        }
        if exercise.starter.source.contains("____") {
          attempts.append(Self.filled(exercise.starter.source, with: "(\(candidate.value))"))
          attempts.append(Self.filled(exercise.starter.source, with: candidate.value))
        }
        return attempts
      }
  }

  /// A blank is three underscores or more.
  private static func filled(_ starter: String, with value: String) -> String {
    var result = ""
    var rest = starter[...]
    while let place = rest.firstRange(of: "___") {
      result += rest[..<place.lowerBound] + value
      rest = rest[place.lowerBound...].drop { $0 == "_" }
    }
    return result + rest
  }
}
