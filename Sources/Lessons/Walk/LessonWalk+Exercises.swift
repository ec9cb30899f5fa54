import Notebook
internal import Typesetting

extension LessonWalk {
  static let triesBeforeSolution = 3

  /// Judges an answer on a copy of the notebook, which stays as it was whatever happens.
  mutating func attempt(_ line: String, _ exercise: Exercise) {
    let (starter, check) = (exercise.starter, exercise.check)
    let session = session(named: starter.words.session)
    let player = scene.player
    var best: (result: CellResult, failure: CellFailure)?
    for form in AttemptForms.cells(starter: starter.source, answer: line) {
      let answer = player.attempt(form, as: starter.words, in: session)
      var failure = answer.failure
      if failure == nil {
        let judged = player.attempt(
          check.source,
          as: check.words,
          in: answer.session,
          judging: LearnerAnswer(form, starter: starter.source)
        )
        failure = judged.failure
        if failure == nil {
          let countsDigits = judged.result.countedDigits
          return solved(exercise, answer.result, by: form, countsDigits: countsDigits)
        }
      }
      guard let failure else { continue }
      // What the check says tells more than what the notebook says about a form not meant.
      if best == nil || (failure.isExpectation && best?.failure.isExpectation == false) {
        best = (answer.result, failure)
      }
    }
    guard let best else { return }
    attempt.tries += 1
    show(best.result)
    if best.result.diagnostic == nil {
      say("Not yet: " + VisibleControls.visible(best.failure.message), .bad)
    }
    if let hint = best.failure.hint, best.result.diagnostic == nil {
      say("hint: " + VisibleControls.visible(hint), .hint)
    }
    if attempt.tries == 1 { say("Your notebook is as it was; try again.", .faint) }
  }

  private mutating func solved(
    _ exercise: Exercise,
    _ result: CellResult,
    by form: String,
    countsDigits: Bool
  ) {
    show(result)
    say(countsDigits ? Self.rightToDigits + "." : "Right.", .good)
    remember(form)
    progress.exercises.insert(exercise.id)
    effects.append(.progress(progress))
    // What others wrote is worth a look once one's own works.
    if OutputMatcher.lines(form) != OutputMatcher.lines(exercise.solutionCell.source) {
      show([.paragraph([.text("The lesson's way:")])] + aside(exercise.solution.blocks))
    }
    pass()
  }

  mutating func hint() {
    guard case .exercise(let exercise)? = current else {
      return say("There is no hint here.", .hint)
    }
    guard attempt.hints < exercise.hints.count else {
      return say("Those were all the hints; :solution shows the solution.", .hint)
    }
    let hint = exercise.hints[attempt.hints]
    attempt.hints += 1
    show([.paragraph([.strong(hint.summary)])] + aside(hint.blocks))
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
        return show(aside(exercise.solution.blocks))
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
      remember(":skip")
      show(aside(exercise.solution.blocks))
      pass()
    case .quiz(let quiz)?:
      remember(":skip")
      showAnswer(quiz)
      pass()
    case .cell(let cell)?:
      remember(cell.source)
      _ = played(cell)
      say("Skipped; the cell was run, for what follows needs it.", .hint)
      pass()
    default:
      goOn()
    }
  }
}
