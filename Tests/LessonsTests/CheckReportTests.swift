import Lessons
import Testing

/// What `descent test` tells of a lesson, to people and to machines.
@Suite struct CheckReportTests {
  static let lesson = """
    # T

    ## A & B, 100 %

    ```descent
    1 + 1
    ```
    ```output
    2
    ```

    ```descent
    "seen, and \u{FFFE} compared with nothing"
    ```

    ```descent
    expect 1 == 2 say "\u{1B}[1m<x> & 100 %, or: so"
    expect 2 == 2
    ```

    ```descent slow session=other
    1
    ```

    ### Quiz: q

    - [ ] a — no
    - [x] b — yes

    ### Quiz: q

    - [ ] a
    - [x] b
    """

  static func report() throws -> CheckReport {
    let read = LessonChecker.check(
      try LessonCheckerTests.lesson(lesson, path: "a:b,c.md"),
      start: LessonStart()
    ).report
    let faults = [3, 5].map { line in
      LocatedError(file: "bad.md", position: SourcePosition(line: line), message: "no, \(line)")
    }
    let warning = LocatedError(file: "w.md", message: "odd\nends", hint: "mend it", isWarning: true)
    return CheckReport(lessons: [
      read, LessonReport(path: "bad.md", faults: faults),
      LessonReport(path: "w.md", warnings: [warning]),
    ])
  }

  @Test func whatWasComparedIsCountedAndWhatWasNotIsCountedApart() throws {
    let report = try Self.report()
    #expect(report.proofs == "1 output, 1 quiz answer")
    #expect(
      report.summary == "3 lessons, 4 checks, 1 skipped, 1 not compared, 5 failures, 1 warning"
    )
    #expect(report.text.hasSuffix("\n\(report.proofs ?? "")\n\(report.summary)\n"))
    let outcomes = report.lessons[0].cases.map(\.outcome)
    #expect(outcomes == [.passed, .uncompared, .failed, .skipped, .passed, .failed])
  }

  @Test func oneIsOneAndTwoAreMore() throws {
    func proofs(_ count: Int) throws -> String? {
      let cell = "```descent\n1\n```\n```output\n1\n```\n\n"
      let lesson = try LessonCheckerTests.lesson("# T\n\n" + String(repeating: cell, count: count))
      let report = LessonChecker.check(lesson, start: LessonStart()).report
      return CheckReport(lessons: [report]).text
    }
    #expect(try proofs(0) == "1 lesson, 0 checks, all fine\n")
    #expect(try proofs(1) == "1 output\n1 lesson, 1 check, all fine\n")
    #expect(try proofs(2) == "2 outputs\n1 lesson, 2 checks, all fine\n")
  }

  @Test func jsonTellsTheOutcomeOfEachAndTheFaultsOfAFileAtOnce() throws {
    let lines = try Self.report().json.split(separator: "\n")
    let results = lines.compactMap { $0.firstMatch(of: /"result":"([a-z]+)"/).map { $0.1 } }
    #expect(
      results == [
        "passed", "uncompared", "failed", "skipped", "passed", "failed", "failed", "warning",
      ]
    )
    #expect(
      lines[6] == """
        {"file":"bad.md","line":3,"name":"reading","result":"failed","failures":[\
        {"line":3,"column":1,"message":"no, 3","hint":null},\
        {"line":5,"column":1,"message":"no, 5","hint":null}]}
        """
    )
  }

  @Test func annotationsAreEscapedAsGitHubReadsThem() throws {
    let lines = try Self.report().lessons.flatMap(\.annotations)
    #expect(lines.count == 6)
    #expect(
      lines[0] == """
        ::error file=a%3Ab%2Cc.md,line=17,col=8,title=A & B%2C 100 %25%3A cell at line 16::\
        \u{1B}[1m<x> & 100 %25, or: so%0Ahint: a cell that is meant to fail says so: ```descent fails
        """
    )
    #expect(lines[3] == "::error file=bad.md,line=3,col=1,title=reading::no, 3")
    #expect(
      lines[5] == "::warning file=w.md,line=1,col=1,title=reading::odd%0Aends%0Ahint: mend it"
    )
    #expect(lines.allSatisfy { !$0.contains("\n") })
  }
}
