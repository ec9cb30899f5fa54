import Lessons
import Testing

@Suite struct AcceptanceTests {
  static func accepted(_ text: String) throws -> String {
    let bytes = Array(text.utf8)
    let lesson = try LessonReader(renderer: BuiltTool.renderer()).read(
      LessonSource(path: "lesson.md", bytes: bytes)
    )
    let result = try Acceptance(lesson: lesson, bytes: bytes).result(start: ToySession.start())
    #expect(result.difference.isEmpty == (result.bytes == bytes))
    return String(decoding: result.bytes, as: UTF8.self)
  }

  static let before = """
    ---
    id: x
    ---
    # T

    ```output-like
    1
    ```

    ```descent
    say a|0.5|b|c
    ```

    ```output
    a
    0.75
    ...
    c
    ```

    > ```descent
    > 1 + 1
    > ```
    > ```output
    > ```

    - item

      ~~~descent
      say ```|x
      ~~~
      ~~~output
      old
      ~~~

    ```descent
    2
    ```
    """

  static let after = """
    ---
    id: x
    ---
    # T

    ```output-like
    1
    ```

    ```descent
    say a|0.5|b|c
    ```

    ```output
    a
    0.50
    ...
    c
    ```

    > ```descent
    > 1 + 1
    > ```
    > ```output
    > 2.0
    > ```

    - item

      ~~~descent
      say ```|x
      ~~~
      ~~~~output
      ```
      x
      ~~~~

    ```descent
    2
    ```
    ```output
    2.0
    ```

    """

  @Test func onlyOutputFencesChange() throws {
    #expect(try Self.accepted(Self.before) == Self.after)
  }

  @Test func acceptedOnceIsAcceptedForGood() throws {
    #expect(try Self.accepted(Self.after) == Self.after)
  }

  @Test func lineEndsAndByteOrderMarkStay() throws {
    let windows = "\u{FEFF}" + Self.before.replacing("\n", with: "\r\n")
    let expected = "\u{FEFF}" + Self.after.replacing("\n", with: "\r\n")
    #expect(try Array(Self.accepted(windows).utf8) == Array(expected.utf8))
  }

  @Test func outputThatDiffersBetweenTwoRunsIsRefused() throws {
    let faults = #expect(throws: LessonFaults.self) {
      try Self.accepted("# T\n\n```descent\ntwice\n```\n```output\n0\n```\n")
    }
    #expect(
      faults?.text == """
        lesson.md:3:1: error: the output differs between two runs, so it is not accepted
        hint: seed what is random, or mark the cell 'nocheck'
        """
    )
  }

  @Test func anUnexpectedErrorIsNotAccepted() throws {
    let text = "# T\n\n```descent\nfail x\n```\n```output\n0\n```\n"
    #expect(try Self.accepted(text) == text)
  }
}
