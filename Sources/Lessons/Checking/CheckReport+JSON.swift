extension CheckReport {
  /// One object a case and line: file, line, heading, name, result, failures.
  package var json: String {
    var lines: [String] = []
    for lesson in lessons {
      lines += Self.reading(lesson.faults, "failed", "failures", lesson)
      lines += Self.reading(lesson.warnings, "warning", "warnings", lesson)
      if !lesson.unproven.isEmpty {
        lines.append(
          JSONText.line([
            ("file", .string(lesson.path)), ("unproven", .number(lesson.unproven.count)),
            ("numbers", .array(lesson.unproven.map(Self.decimal))),
          ])
        )
      }
      for check in lesson.cases {
        lines.append(
          JSONText.line([
            ("file", .string(lesson.path)), ("line", .number(check.line)),
            ("heading", .string(check.heading)), ("name", .string(check.name)),
            ("result", .string(check.outcome.rawValue)),
            ("failures", .array(check.failures.map(Self.failure))),
          ])
        )
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What was met while the file was read: one case, however much it is.
  private static func reading(
    _ faults: [LessonError],
    _ result: String,
    _ key: String,
    _ lesson: LessonReport
  ) -> [String] {
    guard let first = faults.first else { return [] }
    return [
      JSONText.line([
        ("file", .string(lesson.path)), ("line", .number(first.position?.line ?? 1)),
        ("name", .string(LessonReport.reading)), ("result", .string(result)),
        (key, .array(faults.map(Self.failure))),
      ])
    ]
  }

  private static func decimal(_ decimal: UnprovenDecimal) -> JSONText {
    .object([
      ("line", .number(decimal.position.line)), ("column", .number(decimal.position.column)),
      ("number", .string(decimal.number)),
    ])
  }

  private static func failure(_ fault: LessonError) -> JSONText {
    .object([
      ("line", .number(fault.position?.line ?? 1)),
      ("column", .number(fault.position?.column ?? 1)),
      ("message", .string(fault.message)), ("hint", fault.hint.map { .string($0) } ?? .null),
    ])
  }

  private static func failure(_ failure: CheckFailure) -> JSONText {
    .object([
      ("line", .number(failure.line)), ("column", .number(failure.column)),
      ("message", .string(failure.message)), ("hint", failure.hint.map { .string($0) } ?? .null),
      ("difference", .array(failure.difference.map { .string($0) })),
    ])
  }
}
