import Testing
import Typesetting

@Suite struct FuzzTests {
  /// Any fixed sequence will do; a test must not depend on the day.
  struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  static let signs = [
    "{", "}", "{", "}", "(", ")", "[", "]", "^", "_", "'", "&", "\\\\", "+", "-", "=", "1", "23",
    "x",
    "y", "d", " ", "|", ",", "/", "<", ":=", "*", "!", ".", "~", "$", "%", "α", "≤", "é", "\u{302}",
    "\u{1B}", "\\left", "\\right", "\\left(", "\\right)", "\\begin{aligned}", "\\end{aligned}",
    "\\begin{cases}", "\\end{cases}", "\\begin{bmatrix}", "\\end{bmatrix}", "\\text{if }", "\\nope",
    "\\", "{a}", "{b+c}", "_{i=1}", "^{n}", "\\frac{a}{b}", "\\sqrt{", "\\hat{x}", "\\sum",
    "\\frac",
  ]

  @Test func `random formulas are read or refused, and what is read has every rendering`() {
    var dice = Dice(state: 2026)
    let tokens = FuzzTests.signs + TeX.commands.map { "\\" + $0.name }
    var accepted = 0
    for _ in 0..<30_000 {
      var source = ""
      for _ in 0..<(1 + dice.roll(14)) {
        source += tokens[dice.roll(3) == 0 ? dice.roll(tokens.count) : dice.roll(40)]
        if dice.roll(3) == 0 { source += " " }
      }
      do throws(MathError) {
        let node = try TeX.parse(source)
        accepted += 1
        check(node, source)
      } catch {
        let length = source.unicodeScalars.count
        if error.column < 1 || error.column > length + 1 || error.message.isEmpty {
          Issue.record("\(source): \(error)")
        }
      }
    }
    #expect(accepted > 2_000)
  }

  @Test func `deep and long formulas have every rendering`() throws {
    for opening in ["\\sqrt{", "\\frac{1}{", "x^{", "\\hat{", "(", "\\left("] {
      let closing = opening == "(" ? ")" : opening == "\\left(" ? "\\right)" : "}"
      let depth = 98
      let source =
        String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
      check(try TeX.parse(source), source)
    }
    let long = String(repeating: "x+", count: 4_999) + "x"
    check(try TeX.parse(long), "long")
  }

  private func check(_ node: MathNode, _ source: String) {
    for display in [true, false] {
      if let problem = MarkupBalance.problem(in: node.mathML(display: display)) {
        Issue.record("\(source): \(problem)")
      }
    }
    if node.line.contains("\n") || node.line.hasPrefix(" ") || node.line.hasSuffix(" ") {
      Issue.record("\(source): '\(node.line)'")
    }
    if !node.asciiLine.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      Issue.record("\(source): '\(node.asciiLine)' is not ASCII")
    }
    for symbols in [SymbolSet.unicode, .ascii] {
      let box = node.mathBox(symbols: symbols)
      if !box.rows.allSatisfy({ DisplayWidth.columns($0) == box.width }) {
        Issue.record("\(source): rows of unequal width")
      }
      if box.baseline < 0 || box.baseline >= box.height {
        Issue.record("\(source): baseline \(box.baseline)")
      }
      if box.lines.contains(where: { $0.hasSuffix(" ") }) {
        Issue.record("\(source): a blank at the end of a row")
      }
    }
    if node.mathBox(maximumWidth: 12).height == 0 { Issue.record("\(source): no rows") }
  }
}
