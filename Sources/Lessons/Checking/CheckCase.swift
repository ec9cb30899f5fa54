/// One thing that was checked: a cell, an exercise, a quiz, the links of a lesson.
package struct CheckCase: Equatable, Sendable {
  /// What a reader sees that a check proves where it passes, in the order in which it is counted.
  package enum Claim: CaseIterable, Sendable {
    case output, number, quizAnswer, exercise

    func count(_ number: Int) -> String {
      switch self {
      case .output: CountText.of(number, "output")
      case .number: CountText.of(number, "number in prose", "numbers in prose")
      case .quizAnswer: CountText.of(number, "quiz answer")
      case .exercise: CountText.of(number, "exercise")
      }
    }
  }

  /// What came of it, as reports for machines call it.
  package enum Outcome: String, Sendable {
    case passed, failed, skipped, uncompared, accepted
  }

  /// `cell at line 12`.
  package var name: String
  /// Of the step it is in.
  package var heading: String
  package var line: Int
  package var isSkipped: Bool
  /// A cell that printed something which nothing was compared with: neither passed nor failed.
  package var isUncompared = false
  /// What it put out is in the file now.
  package var isAccepted = false
  /// Nil where it compares nothing that a reader sees.
  package var claim: Claim?
  package var failures: [CheckFailure]
  /// How long it took, for those who look for slow cells; nothing else depends on it.
  package var seconds = 0.0

  package init(
    name: String,
    heading: String,
    line: Int,
    isSkipped: Bool = false,
    failures: [CheckFailure] = []
  ) {
    self.name = name
    self.heading = heading
    self.line = line
    self.isSkipped = isSkipped
    self.failures = failures
  }

  package var outcome: Outcome {
    if isSkipped { return .skipped }
    if !failures.isEmpty { return .failed }
    if isUncompared { return .uncompared }
    return isAccepted ? .accepted : .passed
  }

  /// `Step: cell at line 12`.
  var title: String { heading.isEmpty ? name : "\(heading): \(name)" }
}
