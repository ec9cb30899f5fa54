import BuiltTool
import Lessons
import Networks
import Notebook
import Synchronization
import Testing

@Suite struct AcceptanceTests {
  static func accepted(
    _ text: String,
    start: LessonStart = LessonStart()
  ) throws -> String {
    let bytes = Array(text.utf8)
    let lesson = try LessonReader(renderer: BuiltTool.renderer()).read(
      LessonSource(path: "lesson.md", bytes: bytes)
    )
    let result = try Acceptance(lesson: lesson, bytes: bytes).result(start: start)
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
    "a"; 0.5; "b"; "c"
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
      "```"; "x"
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
    "a"; 0.5; "b"; "c"
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
    > 2
    > ```

    - item

      ~~~descent
      "```"; "x"
      ~~~
      ~~~~output
      ```
      x
      ~~~~

    ```descent
    2
    ```
    ```output
    2
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
    // A data set that is another one each time it is asked for.
    let count = Mutex(0)
    let data = DataStore(names: ["d"]) { name in
      let value = count.withLock { count in
        count += 1
        return count
      }
      return try? CSVReader.table(name: name, Array("a\n\(value)\n".utf8))
    }
    let faults = #expect(throws: LessonFaults.self) {
      try Self.accepted(
        "# T\n\n```descent\nd.a\n```\n```output\n0\n```\n",
        start: LessonStart(data: data)
      )
    }
    #expect(
      faults?.text == """
        lesson.md:3:1: error: the output differs between two runs, so it is not accepted
        hint: seed what is random, or mark the cell 'nocheck'
        """
    )
  }

  @Test func anUnexpectedErrorIsNotAccepted() throws {
    let text = "# T\n\n```descent\nnope\n```\n```output\n0\n```\n"
    #expect(try Self.accepted(text) == text)
  }
}
