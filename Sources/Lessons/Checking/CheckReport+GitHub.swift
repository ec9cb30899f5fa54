extension LessonReport {
  /// Every failure and warning as GitHub's workflows take them, to show them at their lines:
  /// `::error file=lesson.md,line=3,col=1,title=cell at line 3::output differs`.
  package var annotations: [String] {
    (faults + warnings).map { fault in
      Self.annotation(
        fault.isWarning ? "warning" : "error",
        line: fault.position?.line ?? 1,
        column: fault.position?.column ?? 1,
        file: fault.file,
        title: Self.reading,
        lines: [fault.message, fault.hint.map { "hint: " + $0 }].compactMap { $0 }
      )
    }
      + cases.flatMap { check in
        check.failures.map { failure in
          Self.annotation(
            "error",
            line: failure.line,
            column: failure.column,
            file: path,
            title: check.title,
            lines: [failure.message] + failure.difference
              + (failure.hint.map { ["hint: " + $0] } ?? [])
          )
        }
      }
  }

  private static func annotation(
    _ level: String,
    line: Int,
    column: Int,
    file: String,
    title: String,
    lines: [String]
  ) -> String {
    "::\(level) file=\(property(file)),line=\(line),col=\(column),title=\(property(title))::"
      + data(lines.joined(separator: "\n"))
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
