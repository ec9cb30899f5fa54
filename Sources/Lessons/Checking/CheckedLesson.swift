/// A lesson with what its cells put out, and with what of its claims does not hold.
package struct CheckedLesson: Sendable {
  package var lesson: Lesson
  package var report: LessonReport
  /// By the line of their opening fence.
  package var cells: [Int: PlayedCell]
  /// For each quiz, by its line: the line of the cell after which it is asked.
  package var quizStarts: [Int: Int] = [:]

  /// Numbers in prose that were checked, in the order they were.
  var proofs: [ProofCheck] = []

  package init(_ lesson: Lesson, report: LessonReport, cells: [Int: PlayedCell] = [:]) {
    self.lesson = lesson
    self.report = report
    self.cells = cells
  }

  /// What failed by the line where it stands: a cell's fence, the heading of an exercise or quiz.
  package var failures: [Int: [CheckFailure]] {
    Dictionary(report.cases.map { ($0.line, $0.failures) }, uniquingKeysWith: +)
      .filter { !$0.value.isEmpty }
  }
}
