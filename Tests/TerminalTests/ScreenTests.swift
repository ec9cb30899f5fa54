import System
import Terminal
import Testing
import Typesetting

@Suite struct ScreenTests {
  @Test(
    "without a terminal COLUMNS counts, else 80",
    arguments: [
      ([:], 80), (["COLUMNS": "120"], 120), (["COLUMNS": "0"], 80), (["COLUMNS": "-3"], 80),
      (["COLUMNS": "wide"], 80), (["COLUMNS": "99999999999999999999"], 80),
    ]
  )
  func columns(table: [String: String], columns: Int) {
    let size = WindowSize.current(descriptor: -1, environment: Environment(table))
    #expect(size == WindowSize(columns: columns, rows: 24))
  }

  @Test(
    "a text is as high as its wrapped lines",
    arguments: [
      ("", 0), ("a", 1), ("a\n", 1), ("a\n\nb\n", 3), ("0123456789", 1), ("0123456789x", 2),
      ("日本日本日本", 2), ("a\u{1B}[2J67890", 2),
    ]
  )
  func height(text: String, rows: Int) {
    #expect(Pager.height(of: StyledText(text), columns: 10) == rows)
  }

  @Test(
    "pages are cut between formulas and pictures, not in them",
    arguments: [
      ("a\nb\nc", ["a", "b", "c"]),
      ("  α v\nx ───\n  s\n  2\n= ─\n  3\nx = 1", ["  α v,x ───,  s", "  2,= ─,  3", "x = 1"]),
      ("loss\n1┤⠲\n │\n └┬─\n  0\nnext", ["loss,1┤⠲, │, └┬─,  0", "next"]),
      ("x = 1\n\n  1\n ---\n  2\n\ny", ["x = 1", "", "  1, ---,  2", "", "y"]),
    ] as [(String, [String])]
  )
  func blocks(text: String, blocks: [String]) {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    let found = Pager.blocks(rows.map { StyledText(String($0)) })
    #expect(found.map { $0.map(\.plain).joined(separator: ",") } == blocks)
  }

  @Test("the pager's question takes one row", arguments: [40, 48, 49, 80])
  func question(columns: Int) {
    #expect(DisplayWidth.columns(Pager.question(columns: columns)) < columns)
  }

  @Test("a progress row holds bar, count, rate and time left")
  func progress() {
    func row(_ done: Int, _ columns: Int) -> String {
      ProgressBar.row(
        "train",
        done: done,
        total: 200,
        seconds: 10,
        columns: columns,
        ascii: true
      ).plain
    }
    #expect(row(50, 60) == "train  ###.........  50/200  5.0/s  30 s left")
    #expect(row(200, 60) == "train  ############  200/200  20/s")
    #expect(row(0, 60) == "train  ............  0/200")
    #expect(row(1, 70).hasSuffix("1/200  0.10/s  33 min 10 s left"))
    #expect(row(50, 20) == "train  50/200  5.0/s")
  }
}
