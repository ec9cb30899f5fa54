import Notebook
import Optimizers
import Plots
import Testing
import Typesetting

/// What `explain` writes of every rule in every dialect it has.
@Suite struct ExplainTests {
  static let rules: [String] = RuleCatalog.entries.flatMap { entry in
    ["", "lecture", "paper", "pytorch", "optax", "keras"].map { dialect in
      dialect.isEmpty ? "\(entry.name)(0.1)" : "\(entry.name)(0.1, dialect=\(dialect))"
    }
  }

  @Test(arguments: rules)
  func `an explanation keeps within its width`(rule: String) throws {
    var session = Session()
    let start = session.run(cell: "minimize x^2 + 10y^2 from (-5, 2) with \(rule)")
    // Not every rule has every dialect.
    if start.diagnostic != nil { return }
    let result = session.run(cell: "step 7; explain x")
    #expect(result.diagnostic == nil)
    for width in [40, 80, 120] {
      for symbols in [PlotSymbols.unicode, .ascii] {
        let text = result.text(TextLayout(width: width, symbols: symbols))
        for line in text.split(separator: "\n").dropFirst(2) {
          #expect(DisplayWidth.columns(String(line)) <= width, "\(rule)\n\(line)")
          #expect(symbols == .unicode || line.utf8.allSatisfy { $0 < 0x80 }, "\(rule)\n\(line)")
        }
      }
    }
  }

  @Test func `numbers in equations have the precision asked for`() {
    var session = Session()
    let text = session.run(
      cell: "minimize x^2 from -1/3 with gd(0.1); step; precision 12; explain x"
    ).text()
    #expect(text.contains("dx = 2 (−0.333333333333)"), "\(text)")
  }
}
