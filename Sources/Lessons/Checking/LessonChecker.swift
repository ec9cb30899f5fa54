import System

/// Runs a lesson and checks what it claims: outputs, exercises, quizzes.
///
/// Every failure is reported, not only the first.
package enum LessonChecker {
  /// What to check.
  package struct Options: Equatable, Sendable {
    /// Runs cells marked `slow` too.
    package var includesSlow: Bool
    package var scope: CheckScope
    /// A decimal in prose that nothing proves is a failure.
    package var provesProse: Bool

    package init(
      includesSlow: Bool = false,
      scope: CheckScope = .all,
      provesProse: Bool = false
    ) {
      self.includesSlow = includesSlow
      self.scope = scope
      self.provesProse = provesProse
    }
  }

  /// Plays a lesson and judges what it claims.
  package static func check(
    _ lesson: Lesson,
    start: LessonStart,
    options: Options = Options()
  ) -> CheckedLesson {
    var player = Player(start: start, options: .init(includesSlow: options.includesSlow))
    let wanted = options.scope.lines(of: lesson)
    var begin = Clock.seconds
    var checked = CheckedLesson(
      lesson,
      report: LessonReport(path: lesson.path, title: lesson.title)
    )
    checked.report.unproven = lesson.unproven.filter { wanted.contains(line: $0.position.line) }
    checked.report.steps = lesson.steps.map(\.title)
    player.play(lesson) { part in
      switch part.kind {
      case .cell(let played): checked.cells[played.cell.lines.lowerBound] = played
      case .quiz(let quiz, let player): checked.quizStarts[quiz.line] = player.line(of: nil)
      case .statement: return true
      case .exercise, .proof: break
      }
      if wanted.contains(line: part.line), var result = result(of: part, in: &checked) {
        result.seconds = Clock.seconds - begin
        checked.report.cases.append(result)
      }
      begin = Clock.seconds
      return true
    }
    if options.provesProse && !checked.report.unproven.isEmpty {
      checked.report.cases.append(prose(lesson, checked.report.unproven))
    }
    return checked
  }
}

extension LessonChecker {
  private static func result(
    of part: PlayedPart,
    in checked: inout CheckedLesson
  ) -> CheckCase? {
    switch part.kind {
    case .statement: return nil
    case .exercise(let exercise, let player):
      var result = CheckCase(
        name: "exercise '\(exercise.id)'",
        heading: part.heading,
        line: exercise.line
      )
      if let omission = player.end(of: exercise.starter.words.session) {
        omit(&result, omission)
      } else {
        let proof = ExerciseProof(exercise: exercise, player: player).verdict
        result.claim = .exercise
        result.failures = proof.failures
        checked.report.warnings += proof.warnings.map { $0.warning(file: checked.lesson.path) }
      }
      return result
    case .proof(let proof, let player):
      let line = proof.position.line
      var result = CheckCase(name: "number at line \(line)", heading: part.heading, line: line)
      if let omission = player.lastEnd {
        omit(&result, omission)
      } else {
        let check = ProofCheck(proof, player: player)
        checked.proofs.append(check)
        result.claim = .number
        result.failures = check.failures
      }
      return result
    case .quiz(let quiz, _):
      var result = CheckCase(
        name: "quiz '\(quiz.title.plainText)'",
        heading: part.heading,
        line: quiz.line,
        failures: QuizProof(quiz: quiz).failures
      )
      result.claim = .quizAnswer
      return result
    case .cell(let played):
      let line = played.cell.lines.lowerBound
      var result = CheckCase(name: "cell at line \(line)", heading: part.heading, line: line)
      if let omission = played.omission {
        omit(&result, omission)
      } else {
        result.failures = failures(of: played)
        result.isUncompared = played.isUncompared
        if played.isCompared { result.claim = .output }
      }
      return result
    }
  }

  /// The decimals of a lesson that nothing proves, each a failure.
  private static func prose(_ lesson: Lesson, _ unproven: [UnprovenDecimal]) -> CheckCase {
    var result = CheckCase(name: "prose", heading: "", line: lesson.line)
    result.failures = unproven.map { decimal in
      CheckFailure(
        line: decimal.position.line,
        column: decimal.position.column,
        message: "nothing proves \(decimal.number)",
        hint: "say what it is behind it: \(decimal.number)<!-- = ... -->, or take it out"
      )
    }
    return result
  }

  /// What an earlier error kept from being checked has failed; all else was left out on purpose.
  private static func omit(_ result: inout CheckCase, _ omission: PlayedCell.Omission) {
    if case .afterError(let line) = omission {
      let message = "not run after the error in line \(line)"
      result.failures = [CheckFailure(line: result.line, message: message)]
    } else {
      result.isSkipped = true
    }
  }

  /// What is wrong with a cell that was played.
  package static func failures(of played: PlayedCell) -> [CheckFailure] {
    let cell = played.cell
    if let fault = played.fault {
      let isError = fault.line > 0
      let fails = "a cell that is meant to fail says so: ```descent fails"
      return [
        CheckFailure(
          line: cell.lines.lowerBound + fault.line,
          column: fault.column,
          message: fault.message,
          hint: fault.hint ?? (isError ? fails : nil)
        )
      ]
    }
    guard played.isCompared, let expected = cell.expected, let lines = cell.outputLines,
      let text = played.text,
      !OutputMatcher(cell.words).matches(expected: expected, actual: text)
    else { return [] }
    let merge = OutputMerge(
      expected: expected,
      actual: text,
      matcher: OutputMatcher(cell.words)
    )
    let written = OutputMatcher.lines(expected).map(String.init)
    let difference = LineDifference(from: written, to: merge.lines)
    return [
      CheckFailure(
        line: lines.lowerBound,
        message: CheckFailure.differs,
        hint: "if the new output is right: descent test --accept",
        difference: difference.unified(line: lines.lowerBound + 1)
      )
    ]
  }
}
