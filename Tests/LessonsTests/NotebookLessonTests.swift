import Lessons
import Notebook
import Testing
import Typesetting

/// Lessons that run in the real notebook.
@Suite struct NotebookLessonTests {
  static func failures(_ text: String) throws -> [String] {
    let lesson = try LessonCheckerTests.lesson(text)
    return LessonChecker.check(lesson, start: LessonStart(lesson.start)).report.failureTexts
  }

  static let adam = """
    ---
    precision: 4
    ---
    # Adam

    ```descent
    minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
    step 3
    1 / 3
    ```

    ```descent fails
    step tne
    ```

    ## Exercise step

    ### Exercise: halve

    ```descent exercise=halve
    f(n) = ____
    ```

    <details><summary>Hint</summary>

    Divide.

    </details>
    <details><summary>Solution</summary>

    ```descent solution=halve
    f(n) = n / 2
    ```

    ```descent check=halve
    expect f(2) ~= 1
    expect f(5) ~= 2.5
    when f(5) ~= 10 say "you double; halve"
    # wrong: n^2 / 4
    when f(5) ~= 6.25 say "do not square"
    ```

    </details>

    ```descent
    loss
    ```

    """

  @Test func anExerciseIsProved() throws {
    #expect(try Self.failures(Self.adam) == [])
    let silent = Self.adam.replacing("# wrong: n^2 / 4\n", with: "")
      .replacing("f(5) ~= 6.25", with: "f(3) + f(5) ~= 8.5")
    let found = try Self.failures(silent)
    #expect(
      found == [
        """
        lesson.md:39:1: error: no wrong answer was found that makes this 'when' speak \
        (under "Exercise step")
        hint: give one in a comment before it: # wrong: answer
        """
      ]
    )
  }

  @Test func whatIsAcceptedPasses() throws {
    let start = LessonStart(try LessonCheckerTests.lesson(Self.adam).start)
    let text = try AcceptanceTests.accepted(Self.adam, start: start)
    #expect(text.contains("```output\n"))
    #expect(text.contains("0.3333\n"))
    #expect(try Self.failures(text) == [])
    #expect(try AcceptanceTests.revision(text, start: start).checked.report.difference == [])
  }

  @Test func aSavedWalkIsALessonThatPasses() throws {
    let lesson = try LessonCheckerTests.lesson(Self.adam)
    var walk = LessonWalk(lesson: lesson, start: LessonStart(lesson.start))
    _ = walk.begin()
    var saved = ""
    for line in ["", "x + 1; y", "table t, x, y, loss", "", "nonsense", "", "n / 2", ":save notes"]
    {
      for effect in walk.enter(line).effects {
        if case .save(_, let text) = effect { saved = text }
      }
    }
    #expect(saved.contains("table t, x, y, loss"))
    #expect(try Self.failures(saved) == [])
  }

  /// A walk at an exercise whose starter has the blank, and a line after that.
  static func said(to lines: [String], starter: String, check: String) throws -> [String] {
    let text = ExerciseProofTests.exercise(
      starter: starter,
      solution: starter.replacing("____", with: "v / (1 - 0.5)"),
      check: check,
      hint: ExerciseProofTests.hint
    )
    var walk = LessonWalk(lesson: try LessonCheckerTests.lesson(text), start: LessonStart())
    _ = walk.begin()
    _ = walk.enter("")
    return lines.map { walk.enter($0).text.plain }
  }

  @Test(
    "an answer may begin as the starter does",
    arguments: ["v / (1 - 0.5)", "v_hat = 2v", "v_hat=8", "v+v", "8", "8.00"]
  )
  func beginsAlike(answer: String) throws {
    let said = try Self.said(to: [answer], starter: "v_hat = ____", check: "expect v_hat ~= 8")
    #expect(said[0].hasPrefix("Right.\n"))
  }

  @Test func aTypedNumberIsRightToItsDigits() throws {
    let said = try Self.said(
      to: ["3.1", "3.14"],
      starter: "a = ____",
      check: "expect a ~= pi\nwhen a ~= 3.10 say \"no\""
    )
    #expect(said[0] == "Not yet: no\nYour notebook is as it was; try again.\n")
    #expect(said[1].hasPrefix("Right, to the digits you gave.\n"))
  }

  @Test func commandsThatLookAreNoAnswers() throws {
    let starter = "a = ____\nplot a for z from 0 to 1"
    let said = try Self.said(
      to: ["vars", "help vars", "adam?", "show", "plot z for z from 0 to 1", "8"],
      starter: starter,
      check: "expect a ~= 8"
    )
    #expect(said[0].contains("v  4"))
    #expect(said[1].contains("vars") && said[2].contains("adam"))
    #expect(said[3].contains("no experiment"))
    // The exercise itself is about plot: this is an attempt.
    #expect(said[4].contains("try again."))
    for answer in said[..<4] { #expect(!answer.contains("try again.")) }
    #expect(said[5].contains("Right."))
  }

  @Test func aWrongAnswerIsExplainedAndLeavesNoTrace() throws {
    let lesson = try LessonCheckerTests.lesson(Self.adam)
    var walk = LessonWalk(lesson: lesson, start: LessonStart(lesson.start))
    _ = walk.begin(step: "exercise-step")
    #expect(walk.enter("2n").text.plain.contains("Not yet: you double; halve"))
    #expect(walk.enter("f(n) = n/2").text.plain.hasPrefix("Right."))
    #expect(walk.enter("f(1)").text.plain.hasPrefix("error: "))
  }

  @Test func aCellThatTakesTooLongIsStopped() throws {
    let text = """
      # T

      ```descent timeout=0.05
      minimize x^2 from 1 with gd(1e-9)
      step 19000000
      ```

      """
    #expect(
      try Self.failures(text) == [
        """
        lesson.md:3:1: error: the cell took longer than 0.05 s (under "T")
        hint: give it more: ```descent timeout=60
        """
      ]
    )
  }
}
