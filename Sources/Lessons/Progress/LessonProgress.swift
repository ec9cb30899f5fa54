/// What a learner has done in one lesson.
package struct LessonProgress: Equatable, Sendable, Decodable {
  /// The anchor of the step to resume at.
  package var position: String
  /// Anchors of steps read to their end.
  package var steps: Set<String>
  /// Identifiers of exercises solved and quizzes answered.
  package var exercises: Set<String>
  package var quizzes: Set<String>
  package var isFinished: Bool

  private enum CodingKeys: String, CodingKey {
    case position, steps, exercises, quizzes
    case isFinished = "finished"
  }

  package init(
    position: String = "",
    steps: Set<String> = [],
    exercises: Set<String> = [],
    quizzes: Set<String> = [],
    isFinished: Bool = false
  ) {
    self.position = position
    self.steps = steps
    self.exercises = exercises
    self.quizzes = quizzes
    self.isFinished = isFinished
  }

  /// What either knows; the position of the other one, which is later.
  package func merged(with later: LessonProgress) -> LessonProgress {
    LessonProgress(
      position: later.position.isEmpty ? position : later.position,
      steps: steps.union(later.steps),
      exercises: exercises.union(later.exercises),
      quizzes: quizzes.union(later.quizzes),
      isFinished: isFinished || later.isFinished
    )
  }
}
