import BuiltTool
import Lessons
import Testing

@Suite struct LessonCheckerTests {
  static func lesson(_ text: String, path: String = "lesson.md") throws -> Lesson {
    let source = try LessonSource(path: path, bytes: Array(text.utf8))
    return try LessonReader(renderer: BuiltTool.renderer()).read(source)
  }

  static func failures(_ text: String) throws -> [String] {
    LessonChecker.check(try lesson(text), start: LessonStart()).report.failureTexts
  }

  @Test func aLessonThatHoldsHasNoFailures() throws {
    let text = """
      # T

      ```descent setup
      x = 1
      ```

      ## Step

      ```descent
      x + 1
      ```
      ```output
      2
      ```

      ```descent fails
      wrong
      ```
      ```output
      error: unknown name 'wrong'
        wrong
        ^^^^^
      hint: give it a value first: wrong = 1
      ```

      ```descent session=other fails
      x
      ```

      ```descent skip
      nonsense
      ```

      ```descent nocheck
      2
      ```
      ```output
      1
      ```
      """
    #expect(try Self.failures(text) == [])
  }

  @Test func everyFailureIsReportedWithLineHeadingAndDifference() throws {
    let text = """
      # T

      ## First step

      ```descent
      "a"; 0.5; "b"
      ```
      ```output
      a
      0.75
      b
      ```

      ## Second step

      ```descent fails
      1
      ```

      ```descent
      1
      broken
      ```

      ```descent
      2
      ```
      """
    #expect(
      try Self.failures(text) == [
        """
        lesson.md:8:1: error: output differs (under "First step")
          @@ -9,3 +9,3 @@
           a
          -0.75
          +0.50
           b
        hint: if the new output is right: descent test --accept
        """,
        """
        lesson.md:16:1: error: the cell is marked 'fails' and does not fail (under "Second step")
        """,
        """
        lesson.md:22:1: error: unknown name 'broken' (under "Second step")
        hint: give it a value first: broken = 1
        """,
        """
        lesson.md:25:1: error: not run after the error in line 20 (under "Second step")
        """,
      ]
    )
  }

  static func exercise(starter: String, solution: String, check: String, hint: String) -> String {
    """
    # T

    ```descent
    v = 4
    ```

    ### Exercise: e

    ```descent exercise=e
    \(starter)
    ```

    \(hint)

    <details><summary>Solution</summary>

    ```descent solution=e
    \(solution)
    ```

    ```descent check=e
    \(check)
    ```

    </details>

    ```descent fails
    a
    ```
    """
  }

  static let hint = "<details><summary>Hint 1</summary>\n\nThink.\n\n</details>"

  static let exercises:
    [(starter: String, solution: String, check: String, hint: String, [String])] =
      [
        ("a = ____", "a = 40", "expect a ~= 40\nwhen a ~= v say \"no\"", hint, []),
        (
          "a = 40", "a = 40", "expect a ~= 40", hint,
          ["the starter of 'e' already passes its check"]
        ),
        (
          "a = ____", "a = 41", "expect a ~= 40", hint,
          [
            "the solution of 'e' does not pass its check: this does not hold: a ~= 40 (a is 41)"
          ]
        ),
        (
          "a = ____", "b", "expect a ~= 40", hint,
          ["the solution of 'e' is in error: unknown name 'b'"]
        ),
        ("a = ____", "a = 40", "expect a ~= 40", "Nothing.", ["exercise 'e' has no hint"]),
        (
          "a = ____", "a = 40", "expect a ~= 40\nwhen a ~= v say \"x\"\nwhen a ~= v + 1 say \"y\"",
          hint, []
        ),
        (
          "a = ____", "a = 40", "expect a ~= 40\nwhen a ~= v say \"x\"\nwhen a ~= v say \"y\"",
          hint,
          [
            "no wrong answer was found that makes this 'when' speak"
          ]
        ),
        // A `when` behind `;` or before a comment is one like any other; so is an interval.
        (
          "a = ____", "a = 40", "expect a ~= 40; when a ~= 400 say \"x\" # note", hint, []
        ),
        (
          "a = ____", "a = 6/7", "expect a ~= 6/7\nwhen a > 4 and a < 4.5 say \"x\"", hint, []
        ),
        (
          "a = ____", "a = 40", "expect a ~= 40\nwhen a > 40 and a < 30 say \"never\"", hint,
          ["no wrong answer was found that makes this 'when' speak"]
        ),
        // A blank fails by itself; the check has to fail wrong answers.
        (
          "a = ____", "a = 40", "expect a == a", hint,
          ["no wrong answer was found that fails the check of 'e'"]
        ),
        (
          "a = ____", "a = 40", "expect v ~= 4", hint,
          ["no wrong answer was found that fails the check of 'e'"]
        ),
        ("a = ____", "a = 40", "# wrong: -1\nexpect a > -0.5", hint, []),
        ("minimize ____", "minimize u^2 from 3 with gd(0.1)", "expect u ~= 3", hint, []),
        ("a = 41", "a = 40", "expect a ~= 40", hint, []),
        (
          "a = ____", "a = 40", "expect 1 == 1\nexpect a ~= 40", hint,
          ["this can never fail: nothing in it depends on the answer"]
        ),
        ("f(n) = ____", "f(n) = 2n", "expect f(1) ~= 2", hint, []),
        ("a = ____", "a = 40", "v + 1", hint, ["the check of 'e' expects nothing"]),
        (
          "a = (____", "a = 40", "expect a ~= 40", hint,
          ["the starter of 'e' cannot be read: this '(' is never closed"]
        ),
        (
          "b = a +* 3\na = ____", "a = 40", "expect a ~= 40", hint,
          ["the starter of 'e' cannot be read: unexpected '*'"]
        ),
        (
          "b = c\na = ____", "a = 40", "expect a ~= 40", hint,
          ["the starter of 'e' is in error: unknown name 'c'"]
        ),
        (
          "a = ____", "a = v^2 + 24",
          "expect a ~= 40 say \"it is v^2+24\"\nwhen a ~= 24 say \"v is 4\"",
          hint, ["this tells the answer"]
        ),
      ]

  @Test("an exercise owes proofs", arguments: exercises)
  func proves(
    starter: String,
    solution: String,
    check: String,
    hint: String,
    messages: [String]
  ) throws {
    let lesson = try Self.lesson(
      Self.exercise(starter: starter, solution: solution, check: check, hint: hint)
    )
    let report = LessonChecker.check(lesson, start: LessonStart()).report
    #expect(report.cases.flatMap(\.failures).map(\.message) == messages)
  }

  @Test func aReactionThatIsNearToTheRightAnswerIsToldOf() throws {
    let text = Self.exercise(
      starter: "a = ____",
      solution: "a = 100/3",
      check: "expect a ~= 100/3\nwhen a ~= 33.34 say \"too far\"\nwhen a ~= 33.4 say \"far\"",
      hint: Self.hint
    )
    let report = LessonChecker.check(try Self.lesson(text), start: LessonStart()).report
    #expect(
      report.failureTexts == [
        """
        lesson.md:27:1: warning: a typed number needs 4 digits to be told from this wrong answer
        hint: let the two lie further apart, if that is more than the lesson shows
        """
      ]
    )
    #expect(CheckReport(lessons: [report]).exitCode == 0)
  }

  @Test func outputsOfExerciseCellsAreRead() throws {
    let output = "\n```\n```output\n40\n"
    let lesson = try Self.lesson(
      Self.exercise(
        starter: "a = ____" + output,
        solution: "a = 40" + output,
        check: "expect a ~= 40" + output,
        hint: Self.hint
      )
    )
    guard case .exercise(let exercise)? = lesson.steps[0].blocks.dropFirst().first else {
      Issue.record("no exercise")
      return
    }
    for cell in [exercise.starter, exercise.solutionCell, exercise.check] {
      #expect(cell.expected == "40\n\n")
      #expect(cell.outputLines != nil)
    }
  }

  @Test func everyChoiceOfAQuizHasAReaction() throws {
    let text = "# T\n\n### Quiz: q\n\n- [ ] a — no\n- [x] b\n- [ ] a — no\n"
    #expect(
      try Self.failures(text) == [
        """
        lesson.md:6:1: error: choice 'b' has no reaction (under "T")
        hint: say why after an em dash: - [ ] b — ...
        """,
        "lesson.md:7:1: error: choice 'a' appears twice (under \"T\")",
      ]
    )
  }

  @Test func slowCellsRunWhenAsked() throws {
    let lesson = try Self.lesson("# T\n\n```descent slow\nnope\n```\n")
    #expect(LessonChecker.check(lesson, start: LessonStart()).report.failureCount == 0)
    let all = LessonChecker.Options(includesSlow: true)
    #expect(
      LessonChecker.check(lesson, start: LessonStart(), options: all).report.failureCount == 1
    )
  }

  @Test func reportsForMachinesNameEveryCase() throws {
    let lesson = try Self.lesson(
      "# T\n\n## A & B\n\n```descent\nexpect 1 == 2 say \"\u{1B}[1m<x>\"\n```\n"
    )
    let report = CheckReport(lessons: [LessonChecker.check(lesson, start: LessonStart()).report])
    #expect(report.exitCode == 1)
    #expect(report.junit.contains("<testcase name=\"A &amp; B: cell at line 5\""))
    #expect(report.junit.contains("^[[1m&lt;x&gt;"))
    #expect(
      report.json == """
        {"file":"lesson.md","line":5,"heading":"A & B","name":"cell at line 5","result":"failed",\
        "failures":[{"line":6,"column":8,"message":"\\u001b[1m<x>",\
        "hint":"a cell that is meant to fail says so: ```descent fails","difference":[]}]}

        """
    )
    #expect(report.summary == "1 lesson, 1 check, 1 failure")
  }
}
