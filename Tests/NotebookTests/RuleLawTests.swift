import Formulas
import Foundation
import Notebook
import Optimizers
import Testing

@Suite struct RuleLawTests {
  @Test func `Adam in five lines is the built-in one, bit for bit, over 1000 steps`() {
    let own = """
      rule mine(alpha=0.1, beta1=0.9, beta2=0.999, eps=1e-8) {
        v = beta1*v + (1 - beta1)*g
        s = beta2*s + (1 - beta2)*g^2
        v_hat = v/(1 - beta1^t); s_hat = s/(1 - beta2^t)
        w = w - alpha*v_hat/(sqrt(s_hat) + eps)
      }
      """
    for problem in ["x^2 + 10y^2 from (-5, 2)", "rosenbrock noise 0.3 seed 5", "beale"] {
      var rows: [String] = []
      for optimizer in ["mine(alpha=0.05)", "adam(alpha=0.05)"] {
        var session = Session()
        _ = session.run(cell: "\(own)\nminimize \(problem) with \(optimizer)\nstep 1000")
        let table = session.run(cell: "table t, x, y, v.x, v.y, s.x, s.y, v_hat.x, s_hat.y, loss")
        rows.append(table.statements[0].json(file: "-"))
      }
      #expect(rows[0] == rows[1])
      #expect(rows[0].utf8.count > 100_000)
    }
  }

  /// The recorded run stands beside the optimizers' tests, with its provenance.
  @Test func `the bowl goes PyTorch's way through the notebook`() throws {
    let file = Transcript.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "OptimizersTests/Fixtures/trajectories/adam.pytorch.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("run bowl.adam.pytorch ") })
    let recorded = lines[(start + 2)...].prefix { !$0.hasPrefix("run ") }
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(recorded.count == 201)
    var session = Session()
    _ = session.run(cell: "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)\nstep 200")
    let table = session.run(cell: "table t, x, y")
    guard case .table(let found)? = table.statements.first?.outputs.first else {
      Issue.record("no table")
      return
    }
    try #require(found.rows.count == 201)
    for (row, expected) in zip(found.rows, recorded) {
      for column in 0..<2 {
        guard case .number(let value) = row[column + 1] else { continue }
        #expect(abs(value - expected[column]) <= 1e-12)
      }
    }
  }

  @Test func `every example of help runs without error`() {
    let entries = HelpIndex.entries(in: Session(data: CourseData.store))
    #expect(entries.count > 100)
    for entry in entries {
      var cell = entry.example
      if entry.kind == .optimizer { cell += "\nstep 3\nshow\nexplain" }
      if entry.kind == .problem { cell += "\ncheck gradient" }
      var session = Session(data: CourseData.store)
      let result = session.run(cell: cell)
      // `when` shows what a failed expectation says.
      if result.diagnostic?.kind == .expectation, cell.contains("when") { continue }
      #expect(result.diagnostic == nil, "\(cell)\n\(result.text())")
    }
  }

  @Test func `every name in a catalog has a help page`() {
    var session = Session(data: CourseData.store)
    for entry in HelpIndex.entries(in: session) {
      let page = session.run(cell: "help \(entry.name)")
      #expect(page.diagnostic == nil, "\(entry.name)")
      #expect(page.text().contains("example:"), "\(entry.name)")
      // An example stands as it would be typed.
      let lines = page.text().split(separator: "\n").prefix { $0 != "example:" }
      for line in lines where line.count > 80 {
        Issue.record("\(entry.name): a line of \(line.count) columns: \(line)")
      }
    }
  }
}
