import Lessons
import Testing

/// `--only` and `FILE:LINE`: which checks are left.
@Suite struct CheckScopeTests {
  static let lesson = """
    # T

    [nowhere](#nowhere)

    ```descent
    a = 1
    ```

    ## First words

    - item

      ```descent
      a + 1
      ```
      ```output
      2
      ```

    ### Exercise: e

    ```descent exercise=e
    b = ____
    ```

    <details><summary>Hint</summary>

    Think.

    </details>
    <details><summary>Solution</summary>

    ```descent solution=e
    b = 2
    ```

    ```descent check=e
    expect b == 2
    ```

    </details>

    Well done.

    ### Notes

    Text.

    ## Second words

    ### Quiz: q

    - [ ] a — no
    - [x] b — yes

    """

  static func names(_ scope: CheckScope) throws -> [String] {
    let lesson = try LessonCheckerTests.lesson(lesson)
    let options = LessonChecker.Options(scope: scope)
    let report = LessonChecker.check(lesson, start: LessonStart(), options: options).report
    // What comes before runs all the same: 'a' is known.
    #expect(report.failureTexts == [])
    return report.cases.map(\.name)
  }

  static let introduction = ["cell at line 5"]
  static let exercise = [
    "exercise 'e'", "cell at line 22", "cell at line 33", "cell at line 37",
  ]
  static let first = ["cell at line 13"] + exercise
  static let quiz = ["quiz 'q'"]

  @Test(arguments: [
    ([], introduction + first + quiz), (["words"], first + quiz), (["FIRST"], first),
    (["second", "t"], introduction + first + quiz), (["nope"], []),
    (["nope", "second words"], quiz),
  ])
  func headings(headings: [String], names: [String]) throws {
    #expect(try Self.names(CheckScope(headings: headings)) == names)
  }

  @Test(arguments: [
    (1, introduction), (5, introduction), (8, introduction), (9, first), (11, first),
    (13, ["cell at line 13"]), (17, ["cell at line 13"]), (20, exercise), (22, exercise),
    (33, exercise), (43, exercise), (45, first), (47, first), (49, quiz), (51, quiz), (54, quiz),
    (55, []), (1000, []),
  ])
  func lines(line: Int, names: [String]) throws {
    #expect(try Self.names(CheckScope(line: line)) == names)
  }

  @Test func headingsThatNoLessonHasAreKnown() throws {
    let lesson = try LessonCheckerTests.lesson(Self.lesson)
    let report = LessonChecker.check(lesson, start: LessonStart()).report
    let scope = CheckScope(headings: ["first", "third", "T"])
    #expect(scope.unmatched(in: [report]) == ["third"])
    #expect(scope.unmatched(in: []) == ["first", "third", "T"])
  }
}
