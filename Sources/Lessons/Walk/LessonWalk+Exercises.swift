internal import Typesetting

extension LessonWalk {
  static let triesBeforeSolution = 3

  /// Judges an answer on a copy of the notebook, which stays as it was whatever happens.
  mutating func attempt(_ line: String, _ exercise: Exercise) {
    let copy = session(named: exercise.starter.words.session)
    var best: (outcome: CellOutcome, failure: CellOutcome.Failure)?
    for form in AttemptForms.cells(starter: exercise.starter.source, answer: line) {
      let (outcome, next) = copy.run(form)
      guard let failure = outcome.failure ?? next.run(exercise.check.source).0.failure else {
        return solved(exercise, outcome, by: form)
      }
      // What the check says tells more than what the notebook says about a form not meant.
      if best == nil || (failure.isExpectation && best?.failure.isExpectation == false) {
        best = (outcome, failure)
      }
    }
    guard let best else { return }
    attempt.tries += 1
    if best.outcome.failure == nil {
      show(best.outcome)
      say("Not yet: " + VisibleControls.visible(best.failure.message), .bad)
    } else {
      show(best.outcome)
    }
    if let hint = best.failure.hint, best.outcome.failure == nil {
      say("hint: " + VisibleControls.visible(hint), .hint)
    }
    if attempt.tries == 1 { say("Your notebook is as it was; try again.", .faint) }
    if attempt.hints < exercise.hints.count {
      say(":hint helps.", .faint)
    } else if mayShowSolution(exercise) {
      say(":solution shows the solution.", .faint)
    }
  }

  private mutating func solved(
    _ exercise: Exercise,
    _ outcome: CellOutcome,
    by form: String
  ) {
    show(outcome)
    say("Right.", .good)
    progress.exercises.insert(exercise.id)
    effects.append(.progress(progress))
    // What others wrote is worth a look once one's own works.
    if OutputMatcher.lines(form) != OutputMatcher.lines(exercise.solutionCell.source) {
      show([.paragraph([.text("The lesson's way:")])] + exercise.solution.blocks)
    }
    pass()
  }

  mutating func hint() {
    guard case .exercise(let exercise)? = current else {
      return say("There is no hint here.", .hint)
    }
    guard attempt.hints < exercise.hints.count else {
      return say("That were all hints; :solution shows the solution.", .hint)
    }
    let hint = exercise.hints[attempt.hints]
    attempt.hints += 1
    show([.paragraph([.strong(hint.summary)])] + hint.blocks)
    let left = exercise.hints.count - attempt.hints
    if left > 0 { say("(\(left) more)", .faint) }
  }

  private func mayShowSolution(_ exercise: Exercise) -> Bool {
    attempt.hints >= exercise.hints.count || attempt.tries >= Self.triesBeforeSolution
  }

  mutating func solution() {
    switch current {
    case .exercise(let exercise)?:
      if mayShowSolution(exercise) || progress.exercises.contains(exercise.id) {
        return show(exercise.solution.blocks)
      }
      let left = exercise.hints.count - attempt.hints
      say("First :hint (\(left) left), or \(Self.triesBeforeSolution) tries; :skip goes on.", .hint)
    case .quiz(let quiz)?:
      if attempt.tries == 0 { return say("First try; :skip goes on.", .hint) }
      showAnswer(quiz)
    default:
      say("There is nothing to solve here.", .hint)
    }
  }

  /// Shows the answer and goes on without it.
  mutating func skip() {
    switch current {
    case .exercise(let exercise)?:
      show(exercise.solution.blocks)
      pass()
    case .quiz(let quiz)?:
      showAnswer(quiz)
      pass()
    case .cell(let cell)?:
      remember()
      _ = silently(cell)
      say("Skipped; the cell was run, for what follows needs it.", .hint)
      pass()
    default:
      goOn()
    }
  }
}
