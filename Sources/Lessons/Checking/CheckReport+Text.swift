import Typesetting

extension CheckFailure {
  /// `file:line:column: error: ...` with the step it is under, then diff and hint.
  func text(file: String, heading: String) -> String {
    let place = heading.isEmpty ? "" : " (under \"\(heading)\")"
    let head = "\(file):\(line):\(column): error: \(message)\(place)"
    var lines = [VisibleControls.visibleInLine(head)]
    lines += difference.map { "  " + $0 }
    if let hint { lines.append("hint: " + VisibleControls.visibleInLine(hint)) }
    return lines.joined(separator: "\n")
  }
}

extension LessonReport {
  /// One entry for each failure and warning, empty when there is none.
  package var failureTexts: [String] {
    (faults + warnings).map(\.text)
      + cases.flatMap { check in
        check.failures.map { $0.text(file: path, heading: check.heading) }
      }
  }
}

extension CheckReport {
  /// Every failure, then one line that counts.
  package var text: String {
    let failures = lessons.flatMap(\.failureTexts)
    return (failures + [summary]).joined(separator: "\n") + "\n"
  }

  package var summary: String {
    let cases = lessons.flatMap(\.cases)
    let skipped = cases.count(where: \.isSkipped)
    var parts = [
      Self.count(lessons.count, "lesson"), Self.count(cases.count - skipped, "check"),
    ]
    if skipped > 0 { parts.append("\(skipped) skipped") }
    let unproven = lessons.reduce(0) { $0 + $1.unproven.count }
    if unproven > 0 { parts.append(Self.count(unproven, "decimal") + " without proof") }
    parts.append(failureCount == 0 ? "all fine" : Self.count(failureCount, "failure"))
    let warnings = lessons.reduce(0) { $0 + $1.warnings.count }
    if warnings > 0 { parts.append(Self.count(warnings, "warning")) }
    return parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
