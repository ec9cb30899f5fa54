import Typesetting

extension CheckReport {
  /// JUnit's XML as servers for continuous integration take it: one suite a lesson.
  package var junit: String {
    let suites = lessons.map { JUnitSuite($0) }
    let all = JUnitSuite(name: "descent", cases: suites.flatMap(\.cases))
    let lines =
      ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites \(all.attributes)>"]
      + suites.flatMap(\.lines) + ["</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A lesson's checks in JUnit's words.
///
/// A case has one verdict at most, so that its failures are told together and the counts of a suite
/// are those of its cases.
struct JUnitSuite {
  enum Verdict: String {
    /// What kept a file from being read.
    case error
    case failure
    case skipped
  }

  struct Case {
    var name: String
    var seconds: Double
    /// Nil for one that passed.
    var verdict: Verdict?
    var message = ""
    var text = ""
  }

  let name: String
  private(set) var cases: [Case]
  private var notes: [String] = []

  init(name: String, cases: [Case]) {
    self.name = name
    self.cases = cases
  }

  init(_ lesson: LessonReport) {
    self.init(name: lesson.path, cases: [])
    if let first = lesson.faults.first {
      let text = lesson.faults.map(\.text).joined(separator: "\n")
      add(
        Case(
          name: LessonReport.reading,
          seconds: 0,
          verdict: .error,
          message: first.message,
          text: text
        )
      )
    }
    for check in lesson.cases { add(Self.junit(check, lesson)) }
    notes = lesson.warnings.map(\.text)
  }

  /// Those of the suite itself; JUnit's schema has no `skipped` for all suites together.
  fileprivate var attributes: String {
    func count(_ verdict: Verdict) -> Int { cases.count { $0.verdict == verdict } }
    return "name=\"\(Self.attribute(name))\" tests=\"\(cases.count)\""
      + " failures=\"\(count(.failure))\" errors=\"\(count(.error))\""
      + " time=\"\(Self.time(cases.reduce(0) { $0 + $1.seconds }))\""
  }

  fileprivate var lines: [String] {
    let skipped = cases.count { $0.verdict == .skipped }
    var lines = ["  <testsuite \(attributes) skipped=\"\(skipped)\">"]
    for check in cases {
      let head =
        "    <testcase name=\"\(Self.attribute(check.name))\" classname=\"\(Self.attribute(name))\""
        + " time=\"\(Self.time(check.seconds))\""
      guard let verdict = check.verdict else {
        lines.append(head + "/>")
        continue
      }
      lines.append(head + ">")
      let message = check.message.isEmpty ? "" : " message=\"\(Self.attribute(check.message))\""
      lines.append("      <\(verdict)\(message) type=\"\(verdict)\">")
      lines[lines.count - 1] += Self.xml(check.text) + "</\(verdict)>"
      lines.append("    </testcase>")
    }
    if !notes.isEmpty {
      lines.append("    <system-out>\(Self.xml(notes.joined(separator: "\n")))</system-out>")
    }
    return lines + ["  </testsuite>"]
  }
}

extension JUnitSuite {
  /// Two quizzes of one title get names of their own, for servers keep a history by name.
  private mutating func add(_ check: Case) {
    var check = check
    let name = check.name
    var number = 1
    while cases.contains(where: { $0.name == check.name }) {
      number += 1
      check.name = "\(name) (\(number))"
    }
    cases.append(check)
  }

  private static func junit(_ check: CheckCase, _ lesson: LessonReport) -> Case {
    var result = Case(name: check.title, seconds: check.seconds)
    switch check.outcome {
    case .passed, .accepted: break
    case .skipped: result.verdict = .skipped
    case .uncompared:
      result.verdict = .skipped
      result.message = "nothing was compared with what it printed"
    case .failed:
      result.verdict = .failure
      result.message = check.failures.first?.message ?? ""
      result.text = check.failures.map { $0.text(file: lesson.path, heading: check.heading) }
        .joined(separator: "\n")
    }
    return result
  }

  /// XML has no controls and no U+FFFE and U+FFFF, not even as references.
  private static func xml(_ text: String) -> String {
    let shown = VisibleControls.visible(text).unicodeScalars.map { scalar in
      scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar
    }
    return Markup.escape(String(String.UnicodeScalarView(shown)))
  }

  private static func attribute(_ text: String) -> String {
    xml(VisibleControls.visibleInLine(text))
  }

  /// Seconds with three decimals.
  private static func time(_ seconds: Double) -> String {
    let milliseconds = Int((max(seconds, 0) * 1000).rounded())
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
