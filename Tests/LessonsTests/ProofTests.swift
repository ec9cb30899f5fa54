import BuiltTool
import Lessons
import Notebook
import Testing

@Suite struct ProofTests {
  static func report(_ text: String, prose: Bool = false) throws -> LessonReport {
    LessonChecker.check(
      try LessonCheckerTests.lesson(text),
      start: LessonStart(),
      options: .init(provesProse: prose)
    ).report
  }

  static let lesson = """
    # T, 0.5<!-- = 1/2 --> of it

    - It takes **12**<!-- = n --> steps,
      `0.25`<!-- = 1/4 --> and $`a = 4`$<!-- = a -->.

    ```descent
    a = 4
    n = 12
    v = -1.88
    ```

    It takes **12**<!-- = n --> steps, `0.25`<!-- = 1/4 --> and $`a = 4`$<!-- = a -->; \
    twice a number: 0.1<!-- = 0.1 --> and 0.1<!-- = 0.1 -->, v is −1.88<!-- = v -->, or
    1,204.5<!-- = 1204.5 --> in all, about 50<!-- = 1/(1 - 0.98) -->.

    | x | y |
    |---|---|
    | 0.0<!-- = 0 --> | -0.12<!-- = -0.1234 --> |

    ```descent session=b
    n = 3
    ```

    Now 3<!-- = n -->.

    ### Quiz: q

    How many?

    Answer: 50 ± 1 <!-- = 1/(1 - 0.98) --> — of 1.25<!-- = 5/4 -->

    """

  @Test func numbersInProseAreComputedWhereTheyStand() throws {
    let report = try Self.report(Self.lesson)
    // The first two stand above the cell that makes their names.
    #expect(
      report.failureTexts == [
        """
        lesson.md:3:14: error: the proof 'n' of 12 is no number: unknown name 'n' (under "T, 0.5 of it")
        hint: give it a value first: n = 1
        """,
        """
        lesson.md:4:34: error: the proof 'a' of 4 is no number: unknown name 'a' (under "T, 0.5 of it")
        hint: give it a value first: a = 1
        """,
      ]
    )
    #expect(report.unproven == [])
    #expect(report.cases.count { $0.name.hasPrefix("number at line") } == 17)
  }

  @Test func everyChangedDigitIsNoticed() throws {
    for (old, new) in [
      ("0.5<", "0.6<"), ("**12**<!-- = n --> steps, `", "**13**<!-- = n --> steps, `"),
      ("−1.88<", "1.88<"), ("−1.88<", "−1.89<"), ("1,204.5<", "1,205.5<"), ("50<", "51<"),
      ("-0.12<", "-0.13<"), ("Now 3<", "Now 4<"), ("Answer: 50", "Answer: 51"), ("1.25<", "1.26<"),
    ] {
      let text = Self.lesson.replacing(old, with: new)
      #expect(text != Self.lesson)
      #expect(try Self.report(text).failureCount == 3, "\(old)")
    }
  }

  @Test func anAcceptedNumberIsWrittenAsTheOldOneWas() throws {
    let text = """
      # T

      ```descent
      v = -1.88
      n = 1234567
      ```

      v is −0.5<!-- = v --> or `−7.00`<!-- = v -->, n 1,000<!-- = n -->, 2.5<!-- = n --> and **9**<!-- = 4.25 -->.

      """
    let accepted = try AcceptanceTests.accepted(text)
    #expect(
      accepted.contains(
        "v is −1.9<!-- = v --> or `−1.88`<!-- = v -->, n 1,234,567<!-- = n -->, "
          + "1234567.0<!-- = n --> and **4.25**<!-- = 4.25 -->."
      )
    )
    #expect(try AcceptanceTests.accepted(accepted) == accepted)
    #expect(try Self.report(accepted).failureTexts == [])
  }

  @Test func aProofInTheWrongPlaceIsAnError() throws {
    for (line, place) in [
      ("It takes 107 <!-- = t --> steps.", 14), ("It takes <!-- = t --> steps.", 10),
      ("<!-- = t -->", 1), ("107<!-- = -->", 4), ("Answer 50 <!-- = t -->", 11),
    ] {
      let faults = #expect(throws: LessonFaults.self) {
        try LessonCheckerTests.lesson("# T\n\n\(line)\n")
      }
      #expect(
        faults?.text == """
          lesson.md:3:\(place): error: a proof stands directly behind the number that it proves
          hint: write 107<!-- = t -->, without a blank between the two
          """
      )
    }
    for text in ["5<!-- = 1--4 -->", "| a |\n|---|\n| 5<!-- = |x| --> |"] {
      let faults = #expect(throws: LessonFaults.self) {
        try LessonCheckerTests.lesson("# T\n\n\(text)\n")
      }
      #expect(faults?.text.contains("a proof holds neither '--' nor, in a table, '|'") == true)
    }
  }

  @Test func decimalsWithoutProofAreCounted() throws {
    let text = """
      # About 0.5

      1. It is 0.25, v0.29.0, `0.1`, $`0.2`$, [0.3](https://a.b/0.4), 7<!-- = 7 --> and 0.7.

      | a |
      |---|
      | **1.5**<!-- = 3/2 --> and 2.5 |

      ## Sources

      Section 3.1.

      ## After

      Version 2.75<!-- a note -->.

      """
    #expect(try Self.report(text).unproven.map(\.number) == ["0.5", "0.25", "0.7", "2.5", "2.75"])
    #expect(try Self.report(text).failureCount == 0)
    #expect(
      try Self.report(text, prose: true).failureTexts.first == """
        lesson.md:1:9: error: nothing proves 0.5
        hint: say what it is behind it: 0.5<!-- = ... -->, or take it out
        """
    )
    #expect(try Self.report(text, prose: true).failureCount == 5)
  }
}
