/// Runs a lesson and checks what it claims: outputs, exercises, quizzes.
///
/// Every failure is reported, not only the first.
package enum LessonChecker {
  /// What to check.
  package struct Options: Equatable, Sendable {
    /// Runs cells marked `slow` too.
    package var includesSlow: Bool
    /// Reports only steps whose heading contains this.
    package var heading: String?

    package init(includesSlow: Bool = false, heading: String? = nil) {
      self.includesSlow = includesSlow
      self.heading = heading
    }
  }

  package static func report(
    _ lesson: Lesson,
    start: LessonSession,
    options: Options = Options()
  ) -> LessonReport {
    let trace = LessonTrace(lesson, start: start, includesSlow: options.includesSlow)
    let wanted = options.heading?.lowercased()
    let events = trace.events.filter { event in
      wanted.map { event.heading.lowercased().contains($0) } ?? true
    }
    return LessonReport(
      path: lesson.path,
      title: lesson.title,
      cases: events.map { result(of: $0.event, heading: $0.heading) }
    )
  }
}

extension LessonChecker {
  private static func result(of event: LessonTrace.Event, heading: String) -> CheckCase {
    switch event {
    case .exercise(let exercise, let session):
      return CheckCase(
        name: "exercise '\(exercise.id)'",
        heading: heading,
        line: exercise.line,
        failures: ExerciseProof(exercise: exercise, session: session).failures
      )
    case .quiz(let quiz):
      return CheckCase(
        name: "quiz '\(quiz.title.plainText)'",
        heading: heading,
        line: quiz.line,
        failures: QuizProof(quiz: quiz).failures
      )
    case .cell(let cell, let outcome, let stoppedAt):
      let line = cell.lines.lowerBound
      var result = CheckCase(name: "cell at line \(line)", heading: heading, line: line)
      if let outcome {
        result.failures = failures(of: cell, outcome)
      } else if let stoppedAt {
        result.failures = [
          CheckFailure(line: line, message: "not run after the error in line \(stoppedAt)")
        ]
      } else {
        result.isSkipped = true
      }
      return result
    }
  }

  /// What is wrong with a cell that printed this.
  static func failures(of cell: Cell, _ outcome: CellOutcome) -> [CheckFailure] {
    if outcome.wasInterrupted {
      let seconds = cell.words.seconds.formatted
      return [
        CheckFailure(
          line: cell.lines.lowerBound,
          message: "the cell took longer than \(seconds) s",
          hint: "give it more: ```descent timeout=60"
        )
      ]
    }
    if let failure = outcome.failure, !cell.words.fails {
      return [
        CheckFailure(
          line: cell.lines.lowerBound + failure.line,
          column: failure.column,
          message: failure.message,
          hint: failure.hint ?? "a cell that is meant to fail says so: ```descent fails"
        )
      ]
    }
    if outcome.failure == nil && cell.words.fails {
      return [
        CheckFailure(
          line: cell.lines.lowerBound,
          message: "the cell is marked 'fails' and does not fail"
        )
      ]
    }
    guard let expected = cell.expected, let lines = cell.outputLines, !cell.words.isUnchecked,
      !OutputMatcher(cell.words).matches(expected: expected, actual: outcome.text)
    else { return [] }
    let merge = OutputMerge(
      expected: expected,
      actual: outcome.text,
      matcher: OutputMatcher(cell.words)
    )
    let written = OutputMatcher.lines(expected).map(String.init)
    let difference = LineDifference(from: written, to: merge.lines)
    return [
      CheckFailure(
        line: lines.lowerBound,
        message: "output differs",
        hint: "if the new output is right: descent test --accept",
        difference: difference.unified(line: lines.lowerBound + 1)
      )
    ]
  }
}

extension Double {
  /// Without a point where it is whole.
  fileprivate var formatted: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
