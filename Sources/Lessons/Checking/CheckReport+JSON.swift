internal import Notebook

extension CheckReport {
  /// One object a case and line: file, line, heading, name, result, failures.
  package var json: String {
    var lines: [String] = []
    for lesson in lessons {
      lines += Self.reading(lesson.faults, "failed", "failures", lesson)
      lines += Self.reading(lesson.warnings, "warning", "warnings", lesson)
      if !lesson.unproven.isEmpty {
        lines.append(
          JSONText.object([
            ("file", JSONText.string(lesson.path)), ("unproven", String(lesson.unproven.count)),
            ("numbers", JSONText.array(lesson.unproven.map(Self.decimal))),
          ])
        )
      }
      for check in lesson.cases {
        lines.append(
          JSONText.object([
            ("file", JSONText.string(lesson.path)), ("line", String(check.line)),
            ("heading", JSONText.string(check.heading)), ("name", JSONText.string(check.name)),
            ("result", JSONText.string(check.outcome.rawValue)),
            ("failures", JSONText.array(check.failures.map(Self.failure))),
          ])
        )
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What was met while the file was read: one case, however much it is.
  private static func reading(
    _ faults: [LocatedError],
    _ result: String,
    _ key: String,
    _ lesson: LessonReport
  ) -> [String] {
    guard let first = faults.first else { return [] }
    return [
      JSONText.object([
        ("file", JSONText.string(lesson.path)), ("line", String(first.position?.line ?? 1)),
        ("name", JSONText.string(LessonReport.reading)), ("result", JSONText.string(result)),
        (key, JSONText.array(faults.map(Self.failure))),
      ])
    ]
  }

  private static func decimal(_ decimal: UnprovenDecimal) -> String {
    JSONText.object([
      ("line", String(decimal.position.line)), ("column", String(decimal.position.column)),
      ("number", JSONText.string(decimal.number)),
    ])
  }

  private static func failure(_ fault: LocatedError) -> String {
    JSONText.object([
      ("line", String(fault.position?.line ?? 1)),
      ("column", String(fault.position?.column ?? 1)),
      ("message", JSONText.string(fault.message)),
      ("hint", fault.hint.map(JSONText.string) ?? "null"),
    ])
  }

  private static func failure(_ failure: CheckFailure) -> String {
    JSONText.object([
      ("line", String(failure.line)), ("column", String(failure.column)),
      ("message", JSONText.string(failure.message)),
      ("hint", failure.hint.map(JSONText.string) ?? "null"),
      ("difference", JSONText.strings(failure.difference)),
    ])
  }
}
