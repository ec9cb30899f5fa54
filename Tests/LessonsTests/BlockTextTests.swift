import Lessons
import Testing
import Typesetting

@Suite struct BlockTextTests {
  static func text(_ markdown: String, _ text: BlockText) throws -> String {
    let lesson = try LessonCheckerTests.lesson("# T\n\n" + markdown)
    return text.text(lesson.steps.flatMap(\.blocks)).plain
  }

  static let prose = """
    A paragraph with **strong words**, *emphasis*, `code here` and $`x^2 + 1`$ that is long enough.

    - one that goes on for more than a single line of the terminal
    - two

    9. nine

    10. ten

    > [!TIP]
    > Look here, it is a tip of some length for you.

    | name | value |
    |---|---:|
    | alpha | 0.1 |
    | a much longer name here | 12 |

    ```math
    \\frac{a}{b}
    ```

    See [the lesson](05-adam.md) or <https://x.org>. ![a plot](p.svg)

    <details><summary>More</summary>

    Inside.

    </details>
    """

  @Test func blocksFitTheWidth() throws {
    let text = try Self.text(Self.prose, BlockText(width: 40))
    #expect(
      text == """
        A paragraph with strong words, emphasis,
        `code here` and x² + 1 that is long
        enough.

        • one that goes on for more than a
          single line of the terminal
        • two

         9. nine

        10. ten

        │ Tip
        │ Look here, it is a tip of some length
        │ for you.

        name                     value
        ──────────────────────────────
        alpha                      0.1
        a much longer name here     12

             a
            ───
             b

        See the lesson <05-adam.md> or
        https://x.org. [picture: a plot] <p.svg>

        ▸ More

        """
    )
    for line in text.split(separator: "\n") { #expect(DisplayWidth.columns(String(line)) <= 40) }
  }

  @Test func asciiHasNothingElse() throws {
    let text = try Self.text(
      Self.prose,
      BlockText(width: 60, symbols: .ascii, opensDetails: true)
    )
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("Inside."))
  }

  @Test func narrowTablesWrapTheirCells() throws {
    let table = "| a | b |\n|---|---|\n| some long words in a cell | other words of a cell |\n"
    #expect(
      try Self.text(table, BlockText(width: 24)) == """
        a            b
        ────────────────────────
        some long    other words
        words in a   of a cell
        cell

        """
    )
  }

  @Test func controlCharactersAreVisible() throws {
    let text = try Self.text(
      "&#27;[2J `\u{1B}x` [a&#7;](x.md) \u{202E}\n\n```\n\u{9B}0m\n```\n",
      BlockText()
    )
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(!text.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }
}
