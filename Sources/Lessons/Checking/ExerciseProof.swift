import Formulas
import Notebook

/// What an author owes a learner: hints, a starter that fails for its blank alone, a solution that
/// passes, a check that wrong answers fail, and reactions that can speak and do not tell the answer.
///
/// Everything runs on copies of the notebook that the exercise meets.
struct ExerciseProof {
  let exercise: Exercise
  /// Stands where the exercise begins.
  let player: Player
  private let check: CheckCell

  init(exercise: Exercise, player: Player) {
    self.exercise = exercise
    self.player = player
    check = CheckCell(exercise.check.source)
  }

  /// What the exercise lacks, and what only should be looked at.
  var verdict: (failures: [CheckFailure], warnings: [CheckFailure]) {
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
    failures += idleExpectations + [starterFault].compactMap(\.self)
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
      return (failures, [])
    }
    failures += tellingReactions
    if !check.expectations.isEmpty { failures += unproven }
    return (failures, nearReactions(solved.session))
  }
}

extension ExerciseProof {
  /// At a line of the check cell.
  private func failure(_ line: Int, _ message: String, _ hint: String) -> CheckFailure {
    CheckFailure(line: exercise.check.lines.lowerBound + line, message: message, hint: hint)
  }

  /// What an attempt leads to: its own error, or the check's.
  private func judge(
    _ source: String,
    as words: CellWords,
    judging answer: LearnerAnswer? = nil
  ) -> (failure: CellFailure?, isCheck: Bool, session: Session) {
    let session = player.session(named: exercise.starter.words.session)
    let attempt = player.attempt(source, as: words, in: session)
    if let failure = attempt.failure { return (failure, false, attempt.session) }
    let cell = exercise.check
    let checked = player.attempt(cell.source, as: cell.words, in: attempt.session, judging: answer)
    return (checked.failure, true, attempt.session)
  }

  /// Expectations that are not about the answer, or none at all.
  private var idleExpectations: [CheckFailure] {
    if check.expectations.isEmpty {
      let hint = "write a line like: expect a ~= 40"
      return [failure(0, "the check of '\(exercise.id)' expects nothing", hint)]
    }
    return check.expectations.filter(\.statement.isConstant).map { idle in
      failure(
        idle.line,
        "this can never fail: nothing in it depends on the answer",
        "name what the learner makes: expect a ~= 40"
      )
    }
  }

  private var starterFault: CheckFailure? {
    let starter = exercise.starter
    func fault(_ line: Int, _ column: Int, _ message: String, _ hint: String?) -> CheckFailure {
      let line = starter.lines.lowerBound + line
      return CheckFailure(line: line, column: column, message: message, hint: hint)
    }
    if let diagnostic = Session.unreadable(in: starter.source) {
      let place = diagnostic.range?.position(in: starter.source)
      let message = "the starter of '\(exercise.id)' cannot be read: \(diagnostic.message)"
      return fault(place?.line ?? 1, place?.column ?? 1, message, diagnostic.hint)
    }
    let judged = judge(starter.source, as: starter.words)
    guard let failure = judged.failure else {
      let message = "the starter of '\(exercise.id)' already passes its check"
      return fault(0, 1, message, "leave a blank ____ in it, or check more")
    }
    // A blank is an error wherever it is computed; a command may word it in its own way.
    let lines = starter.source.split(separator: "\n", omittingEmptySubsequences: false)
    let isAtBlank =
      lines.indices.contains(failure.line - 1) && lines[failure.line - 1].contains("___")
    if judged.isCheck || isAtBlank || failure.message == Diagnostic.blank(at: nil).message {
      return nil
    }
    let message = "the starter of '\(exercise.id)' is in error: \(failure.message)"
    return fault(failure.line, failure.column, message, failure.hint)
  }

  /// Reactions that hold the solution's own text.
  private var tellingReactions: [CheckFailure] {
    guard let answer = exercise.blankOfSolution else { return [] }
    return (check.expectations + check.reactions).filter { line in
      line.statement.say?.filter { !$0.isWhitespace }.contains(answer) == true
    }.map { failure($0.line, "this tells the answer", "say what to look at, not what to write") }
  }

  /// Reactions to wrong answers so near to the right one that a typed number needs many digits.
  private func nearReactions(_ solved: Session) -> [CheckFailure] {
    check.closeReactions(in: solved).map { near in
      failure(
        near.line,
        "a typed number needs \(near.digits) digits to be told from this wrong answer",
        "let the two lie further apart, if that is more than the lesson shows"
      )
    }
  }

  /// Reactions that no wrong answer makes speak; or a check that none fails.
  private var unproven: [CheckFailure] {
    var silent = check.reactions
    var isFailed = false
    for attempt in exercise.wrongAttempts(check) {
      let answer = LearnerAnswer(attempt, starter: exercise.starter.source)
      let verdict = judge(attempt, as: exercise.starter.words, judging: answer)
      guard let failure = verdict.failure, failure.isExpectation else { continue }
      isFailed = true
      silent.removeAll { $0.statement.say == failure.message }
      if silent.isEmpty { return [] }
    }
    if !isFailed {
      return [
        failure(
          0,
          "no wrong answer was found that fails the check of '\(exercise.id)'",
          "expect more of it, or give one in a comment: # wrong: answer"
        )
      ]
    }
    return silent.map {
      failure(
        $0.line,
        "no wrong answer was found that makes this 'when' speak",
        "give one in a comment before it: # wrong: answer"
      )
    }
  }
}
