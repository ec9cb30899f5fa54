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

  @Test func outputsOfExerciseCellsAreRead() throws {
    let output = "\n```\n```output\n40\n"
    let lesson = try Self.lesson(
      ExerciseProofTests.exercise(
        starter: "a = ____" + output,
        solution: "a = 40" + output,
        check: "expect a ~= 40" + output,
        hint: ExerciseProofTests.hint
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
    #expect(
      report.json == """
        {"file":"lesson.md","line":5,"heading":"A & B","name":"cell at line 5","result":"failed",\
        "failures":[{"line":6,"column":8,"message":"\\u001b[1m\\u003cx>",\
        "hint":"a cell that is meant to fail says so: ```descent fails","difference":[]}]}

        """
    )
    #expect(report.summary == "1 lesson, 1 check, 1 failure")
  }
}
