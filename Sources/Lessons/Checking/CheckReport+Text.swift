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
  /// Every failure, then what was proven, then one line that counts.
  package var text: String {
    let failures = lessons.flatMap(\.failureTexts)
    return (failures + conclusion).joined(separator: "\n") + "\n"
  }

  /// What is said after all failures.
  package var conclusion: [String] {
    // Where nothing was found to check, nothing is fine.
    lessons.isEmpty ? [] : [proofs, summary].compactMap { $0 }
  }

  /// How much was proven, nil for nothing: `198 outputs, 31 quiz answers, 26 exercises`.
  package var proofs: String? {
    let passed = lessons.flatMap(\.cases).filter { [.passed, .accepted].contains($0.outcome) }
    let proven = passed.compactMap(\.claim)
    let parts = CheckCase.Claim.allCases.compactMap { claim in
      let number = proven.count { $0 == claim }
      return number == 0 ? nil : claim.count(number)
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  package var summary: String {
    let outcomes = lessons.flatMap(\.cases).map(\.outcome)
    func count(_ outcome: CheckCase.Outcome) -> Int { outcomes.count { $0 == outcome } }
    let apart = [(count(.skipped), "skipped"), (count(.uncompared), "not compared")]
    let checks = outcomes.count - apart.reduce(0) { $0 + $1.0 }
    var parts = [CountText.of(lessons.count, "lesson"), CountText.of(checks, "check")]
    let told = apart + [(count(.accepted), "accepted")]
    parts += told.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let unproven = lessons.reduce(0) { $0 + $1.unproven.count }
    if unproven > 0 { parts.append(CountText.of(unproven, "decimal") + " without proof") }
    parts.append(failureCount == 0 ? "all fine" : CountText.of(failureCount, "failure"))
    let warnings = lessons.reduce(0) { $0 + $1.warnings.count }
    if warnings > 0 { parts.append(CountText.of(warnings, "warning")) }
    return parts.joined(separator: ", ")
  }
}
