import BuiltTool
import Lessons
import Testing

/// What an author owes a learner.
@Suite struct ExerciseProofTests {
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
    let lesson = try LessonCheckerTests.lesson(
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
    let report = LessonChecker.check(try LessonCheckerTests.lesson(text), start: LessonStart())
      .report
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
}
