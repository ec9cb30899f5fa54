internal import Typesetting

extension CheckReport {
  /// JUnit's XML, one suite a lesson; times are left out, for the same input gives the same bytes.
  package var junit: String {
    let total = lessons.reduce(0) { $0 + max($1.cases.count, 1) }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"descent\" tests=\"\(total)\" failures=\"\(failureCount)\">",
    ]
    for lesson in lessons {
      let skipped = lesson.cases.count(where: \.isSkipped)
      lines.append(
        "  <testsuite name=\"\(Self.xml(lesson.path))\" tests=\"\(max(lesson.cases.count, 1))\""
          + " failures=\"\(lesson.failureCount)\" skipped=\"\(skipped)\">"
      )
      for fault in lesson.faults {
        lines.append("    <testcase name=\"reading\" classname=\"\(Self.xml(lesson.path))\">")
        lines.append("      <failure message=\"\(Self.xml(fault.message))\">")
        lines.append(Self.xml(fault.text) + "</failure>\n    </testcase>")
      }
      for check in lesson.cases { lines += Self.junit(check, lesson) }
      if !lesson.warnings.isEmpty {
        let text = lesson.warnings.map(\.text).joined(separator: "\n")
        lines.append("    <system-out>\(Self.xml(text))</system-out>")
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func junit(_ check: CheckCase, _ lesson: LessonReport) -> [String] {
    let name = check.heading.isEmpty ? check.name : "\(check.heading): \(check.name)"
    let head =
      "    <testcase name=\"\(xml(name))\" classname=\"\(xml(lesson.path))\""
      + " file=\"\(xml(lesson.path))\" line=\"\(check.line)\""
    if check.isSkipped { return [head + ">", "      <skipped/>", "    </testcase>"] }
    if check.failures.isEmpty { return [head + "/>"] }
    var lines = [head + ">"]
    for failure in check.failures {
      lines.append("      <failure message=\"\(xml(failure.message))\">")
      lines.append(xml(failure.text(file: lesson.path, heading: check.heading)) + "</failure>")
    }
    return lines + ["    </testcase>"]
  }

  /// XML has no controls, not even as references.
  private static func xml(_ text: String) -> String {
    Markup.escape(VisibleControls.visible(text))
  }

  /// One object a case and line: file, line, heading, name, result, failures.
  package var json: String {
    var lines: [String] = []
    for lesson in lessons {
      for fault in lesson.faults + lesson.warnings {
        lines.append(
          JSONText.line([
            ("file", .string(lesson.path)), ("line", .number(fault.position?.line ?? 1)),
            ("name", .string("reading")),
            ("result", .string(fault.isWarning ? "warning" : "failed")),
            (fault.isWarning ? "warnings" : "failures", .array([Self.failure(fault)])),
          ])
        )
      }
      if !lesson.unproven.isEmpty {
        lines.append(
          JSONText.line([
            ("file", .string(lesson.path)), ("unproven", .number(lesson.unproven.count)),
            ("numbers", .array(lesson.unproven.map(Self.decimal))),
          ])
        )
      }
      for check in lesson.cases {
        let result = check.isSkipped ? "skipped" : check.failures.isEmpty ? "passed" : "failed"
        lines.append(
          JSONText.line([
            ("file", .string(lesson.path)), ("line", .number(check.line)),
            ("heading", .string(check.heading)), ("name", .string(check.name)),
            ("result", .string(result)), ("failures", .array(check.failures.map(Self.failure))),
          ])
        )
      }
    }
    return lines.map { $0 + "\n" }.joined()
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
