/// Something that a lesson claims and that does not hold.
package struct CheckFailure: Equatable, Sendable {
  package var line: Int
  package var column: Int
  package var message: String
  package var hint: String?
  /// A unified diff, its lines numbered as in the file.
  package var difference: [String]

  package init(
    line: Int,
    column: Int = 1,
    message: String,
    hint: String? = nil,
    difference: [String] = []
  ) {
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
    self.difference = difference
  }
}

extension CheckFailure {
  /// What is said of a cell that puts out something else than stands below it.
  static let differs = "output differs"

  /// The same as something that only should be looked at.
  func warning(file: String) -> LocatedError {
    LocatedError(
      file: file,
      position: SourcePosition(line: line, column: column),
      message: message,
      hint: hint,
      isWarning: true
    )
  }
}

/// All that was checked in one file.
package struct LessonReport: Equatable, Sendable {
  package var path: String
  package var title: String
  /// The titles of its steps.
  package var steps: [String] = []
  package var cases: [CheckCase]
  /// Decimals in prose that nothing proves.
  package var unproven: [UnprovenDecimal] = []
  /// What keeps the file from being read as a lesson; then there are no cases.
  package var faults: [LocatedError]
  /// What should be looked at; nothing fails for it.
  package var warnings: [LocatedError]
  /// What was changed in the file, as a unified diff.
  package var difference: [String] = []
  /// Why what should have been changed in the file was not.
  package var obstacle: LocatedError?

  package init(
    path: String,
    title: String = "",
    cases: [CheckCase] = [],
    faults: [LocatedError] = [],
    warnings: [LocatedError] = []
  ) {
    self.path = path
    self.title = title
    self.cases = cases
    self.faults = faults
    self.warnings = warnings
  }

  /// What the case of its faults is called.
  static let reading = "reading"

  /// Nothing of it was checked.
  package var isEmpty: Bool { cases.isEmpty && faults.isEmpty }

  package var failureCount: Int { cases.reduce(faults.count) { $0 + $1.failures.count } }
}

/// The outcome of `descent test`.
package struct CheckReport: Equatable, Sendable {
  package var lessons: [LessonReport]

  package init(lessons: [LessonReport] = []) {
    self.lessons = lessons
  }

  package var failureCount: Int { lessons.reduce(0) { $0 + $1.failureCount } }

  /// Keeps a report that has something to say.
  package mutating func add(_ report: LessonReport) {
    if report.failureCount > 0 { lessons.append(report) }
  }

  /// 0 fine, 1 a check failed, 2 a lesson is malformed, 73 one could not be written.
  package var exitCode: Int32 {
    if lessons.contains(where: { $0.obstacle != nil }) { return 73 }
    if lessons.contains(where: { !$0.faults.isEmpty }) { return 2 }
    return failureCount > 0 ? 1 : 0
  }
}
