import BuiltTool
import Lessons
import Data
import Notebook
import Synchronization
import Testing

@Suite struct AcceptanceTests {
  /// All that could be accepted, accepted.
  static func revision(
    _ text: String,
    start: LessonStart = LessonStart(),
    scope: CheckScope = .all
  ) throws -> Acceptance.Revision {
    let reader = LessonReader(renderer: BuiltTool.renderer())
    func check(_ bytes: [UInt8]) throws(LessonFaults) -> CheckedLesson {
      let source: LessonSource
      do throws(LocatedError) {
        source = try LessonSource(path: "lesson.md", bytes: bytes)
      } catch {
        throw LessonFaults([error])
      }
      let lesson = try reader.read(source)
      return LessonChecker.check(lesson, start: start, options: .init(scope: scope))
    }
    let bytes = Array(text.utf8)
    let acceptance = Acceptance(try check(bytes), bytes: bytes, scope: scope)
    let revision = try acceptance.revision(acceptance.edits, check: check)
    #expect(revision.checked.report.difference.isEmpty == (revision.bytes == bytes))
    return revision
  }

  static func accepted(
    _ text: String,
    start: LessonStart = LessonStart(),
    scope: CheckScope = .all
  ) throws -> String {
    String(decoding: try revision(text, start: start, scope: scope).bytes, as: UTF8.self)
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
    let text = "# T\n\n```descent\n1\n```\n\n```descent\nd.a\n```\n```output\n0\n```\n"
    let revision = try Self.revision(text, start: LessonStart(data: data))
    let expected = text.replacing("1\n```\n", with: "1\n```\n```output\n1\n```\n")
    #expect(String(decoding: revision.bytes, as: UTF8.self) == expected)
    #expect(revision.checked.report.cases.map(\.outcome) == [.accepted, .failed])
    #expect(
      revision.checked.report.failureTexts == [
        """
        lesson.md:10:1: error: the output differs between two runs, so it is not accepted \
        (under "T")
        hint: seed what is random, or mark the cell 'nocheck'
        """
      ]
    )
  }

  /// What stands in an output fence and is not touched, though something else was computed.
  static let refusals: [(what: String, cell: String, failure: String)] = [
    ("an error", "```descent\nnope\n```", "unknown name 'nope'"),
    (
      "no error where one is meant", "```descent fails\n1\n```",
      "the cell is marked 'fails' and does not fail"
    ),
    (
      "output of a cell that was stopped",
      "```descent timeout=0.01\nminimize x^2 from 3 with gd(1e-9)\nstep 1000000000\n```",
      "the cell took longer than 0.01 s"
    ),
  ]

  @Test("is not accepted", arguments: refusals)
  func isNotAccepted(what: String, cell: String, failure: String) throws {
    let text = "# T\n\n\(cell)\n```output\nold\n```\n"
    let revision = try Self.revision(text)
    #expect(String(decoding: revision.bytes, as: UTF8.self) == text)
    #expect(revision.checked.report.cases.flatMap(\.failures).map(\.message) == [failure])
    // Nor is a fence made for it.
    #expect(try Self.accepted("# T\n\n\(cell)\n") == "# T\n\n\(cell)\n")
  }

  @Test func onlyWhatStandsBelowTheHeadingIsAccepted() throws {
    func lesson(_ one: Int, _ two: Int) -> String {
      func step(_ title: String, _ cell: String, _ output: Int) -> String {
        "\n## \(title)\n\n```descent\n\(cell)\n```\n```output\n\(output)\n```\n"
      }
      return "# T\n" + step("One", "1 + 1", one) + step("Two", "2 + 2", two)
    }
    #expect(try Self.accepted(lesson(3, 5)) == lesson(2, 4))
    #expect(try Self.accepted(lesson(3, 5), scope: CheckScope(headings: ["one"])) == lesson(2, 5))
    #expect(try Self.accepted(lesson(3, 5), scope: CheckScope(line: 16)) == lesson(3, 4))
  }

  @Test func anEditIsShownWithTheLinesAroundIt() throws {
    let text = "# T\n\n```descent\n1 + 1\n```\n```output\n3\n```\n\nText.\n"
    let checked = LessonChecker.check(
      try LessonCheckerTests.lesson(text),
      start: LessonStart()
    )
    let acceptance = Acceptance(checked, bytes: Array(text.utf8))
    #expect(
      acceptance.edits.map { acceptance.difference(of: $0) } == [
        ["@@ -4,7 +4,7 @@", " 1 + 1", " ```", " ```output", "-3", "+2", " ```", " ", " Text."]
      ]
    )
  }
}
