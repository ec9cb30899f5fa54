import Lessons
import Site
import Testing

@Suite struct LessonMarkupTests {
  static let hostile = "<script>alert(1)</script>\" onload='x' &amp; </pre>"

  static func html(_ blocks: [Block], cells: [Int: PlayedCell] = [:]) -> String {
    var markup = LessonMarkup(
      file: "05-adam.md",
      links: SiteLinks(SiteLinksTests.course),
      results: .init(cells: cells)
    )
    markup.write(blocks)
    return markup.html
  }

  static func cell(_ source: String, _ change: (inout CellWords) -> Void = { _ in }) -> Cell {
    var words = CellWords()
    change(&words)
    return Cell(source: source, expected: "1\n", words: words, lines: 3...5)
  }

  static let table = MarkdownTable(
    alignments: [.right],
    header: [[.text(hostile)]],
    rows: [[[.text(hostile)]]]
  )
  static let choice = Quiz.Choice(
    content: [.text(hostile)],
    isCorrect: true,
    reaction: [.text(hostile)],
    line: 1
  )

  @Test(
    "hostile text stays text wherever it stands",
    arguments: [
      .paragraph([.text(hostile)]),
      .heading(level: 3, [.text(hostile)], anchor: hostile),
      .paragraph([.code(hostile), .emphasis([.text(hostile)])]),
      .paragraph([.link(target: "https://a.b/\(hostile)", title: hostile, [.text(hostile)])]),
      .paragraph([.image(source: "a.png", title: hostile, alternative: hostile)]),
      .paragraph([.image(source: "https://a.b/c.png", title: "", alternative: hostile)]),
      .code(language: hostile, text: hostile),
      .table(table),
      .cell(cell(hostile)),
      .cell(cell(hostile) { $0.session = hostile }),
      .details(Details(summary: [.text(hostile)], blocks: [.paragraph([.text(hostile)])], line: 1)),
      .quiz(
        Quiz(
          id: hostile,
          title: [.text(hostile)],
          line: 1,
          prompt: [],
          answer: .choices([choice, choice])
        )
      ),
    ] as [Block]
  )
  func hostileText(block: Block) {
    let html = Self.html([block])
    #expect(!html.contains("<script"))
    #expect(!html.contains("</pre>\" "))
    // A quote that closed an attribute would let a handler stand in a tag.
    var inTag = false
    var inQuotes = false
    var bare = ""
    for character in html {
      if !inTag {
        inTag = character == "<"
      } else if character == "\"" {
        inQuotes.toggle()
      } else if character == ">" && !inQuotes {
        inTag = false
      } else if !inQuotes {
        bare.append(character)
      }
    }
    #expect(!bare.contains("onload"))
    #expect(!inQuotes && !inTag)
  }

  @Test("a cell shows what ran, not what the lesson said")
  func output() {
    let cell = Self.cell("1 + 1\n")
    var player = Player(start: LessonStart())
    let played = player.play(cell)
    #expect(Self.html([.cell(cell)], cells: [3: played]).contains("<pre>2</pre>"))
    #expect(Self.html([.cell(cell)]).contains("<pre class=\"output-text\">1\n</pre>"))
  }

  @Test("setup and hidden cells are there for the script and shown to nobody")
  func hidden() {
    let html = Self.html([.cell(Self.cell("x = 1\n") { $0.isSetup = true })])
    #expect(html.contains(" hidden>"))
    #expect(!html.contains("output-text"))
  }

  @Test("a slider's range is written for the script")
  func slider() {
    let cell = Self.cell("beta=0.9\n") {
      $0.sliders = [CellWords.Slider(name: "beta", lowest: 0, highest: 0.99)]
    }
    #expect(Self.html([.cell(cell)]).contains("data-vary=\"beta:0.0:0.99\""))
  }
}
