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
  /// The same as something that only should be looked at.
  func warning(file: String) -> LessonError {
    LessonError(
      file: file,
      position: SourcePosition(line: line, column: column),
      message: message,
      hint: hint,
      isWarning: true
    )
  }
}

/// One thing that was checked: a cell, an exercise, a quiz, the links of a lesson.
package struct CheckCase: Equatable, Sendable {
  /// `cell at line 12`.
  package var name: String
  /// Of the step it is in.
  package var heading: String
  package var line: Int
  package var isSkipped: Bool
  /// A cell that printed something which nothing was compared with: neither passed nor failed.
  package var isUncompared = false
  package var failures: [CheckFailure]

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
}

/// All that was checked in one file.
package struct LessonReport: Equatable, Sendable {
  package var path: String
  package var title: String
  package var cases: [CheckCase]
  /// Decimals in prose that nothing proves.
  package var unproven: [UnprovenDecimal] = []
  /// What keeps the file from being read as a lesson; then there are no cases.
  package var faults: [LessonError]
  /// What should be looked at; nothing fails for it.
  package var warnings: [LessonError]

  package init(
    path: String,
    title: String = "",
    cases: [CheckCase] = [],
    faults: [LessonError] = [],
    warnings: [LessonError] = []
  ) {
    self.path = path
    self.title = title
    self.cases = cases
    self.faults = faults
    self.warnings = warnings
  }

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

  /// 0 fine, 1 a check failed, 2 a lesson is malformed.
  package var exitCode: Int32 {
    if lessons.contains(where: { !$0.faults.isEmpty }) { return 2 }
    return failureCount > 0 ? 1 : 0
  }
}
