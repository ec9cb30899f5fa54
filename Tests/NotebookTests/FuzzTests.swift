import Formulas
import Foundation
import Notebook
import Testing

/// A few thousand inputs in a test run; `DESCENT_FUZZ_SECONDS=600 swift test -c release --filter
/// FuzzTests` goes on for so long, `DESCENT_FUZZ_SEED` begins elsewhere.
@Suite struct FuzzTests {
  private static func number(_ name: String) -> Double? {
    ProcessInfo.processInfo.environment[name].flatMap { Double($0) }
  }

  private let seconds = Self.number("DESCENT_FUZZ_SECONDS")
  private let seed = UInt64(Self.number("DESCENT_FUZZ_SEED") ?? 2026)
  private let start = Date()

  private func goesOn(_ round: Int) -> Bool {
    guard let seconds else { return round < 4_000 }
    if round % 1_000_000 == 0 { print("\(round) cells") }
    return round % 100 != 0 || Date().timeIntervalSince(start) < seconds
  }

  @Test func `whatever is typed is answered or refused, and errors point into the cell`() {
    var generator = CellGenerator(seed: seed)
    var session = Session(data: CourseData.store, host: Host(updateLimit: 60))
    var fine = 0
    var round = 0
    while goesOn(round) {
      round += 1
      // Now and then a fresh session, so that what went before differs.
      if round % 12 == 0 {
        session = Session(data: CourseData.store, host: session.host)
        #expect(session.run(cell: generator.opening()).diagnostic == nil)
      }
      let cell = generator.cell()
      let result = session.run(cell: cell, keepGoing: round % 3 == 0)
      for statement in result.statements {
        guard let diagnostic = statement.diagnostic else {
          fine += 1
          continue
        }
        if diagnostic.message.isEmpty { Issue.record("no message: \(cell.debugDescription)") }
        if let range = diagnostic.range, range.start > range.end || range.end > cell.utf8.count {
          Issue.record("\(range) is outside \(cell.debugDescription): \(diagnostic.message)")
        }
      }
      if round % 20 == 0 { check(result, cell) }
    }
    #expect(fine > 2_000)
  }

  @Test func `any text is one formula or none, and what is read prints and reads the same`() {
    var generator = CellGenerator(seed: 7)
    var formulas = 0
    for _ in 0..<10_000 {
      let cell = generator.cell()
      guard let tree = try? ExpressionParser.parse(cell) else { continue }
      formulas += 1
      let again = try? ExpressionParser.parse(tree.text)
      if again?.text != tree.text { Issue.record("\(cell.debugDescription): \(tree.text)") }
    }
    #expect(formulas > 500)
  }

  /// All forms of an answer; JSON is one line.
  private func check(_ result: CellResult, _ cell: String) {
    _ = result.text()
    _ = result.html(identifier: "cell")
    for statement in result.statements {
      let json = statement.json(file: "-")
      if json.utf8.contains(where: { $0 < 0x20 }) {
        Issue.record("a control character in JSON: \(cell.debugDescription)")
      }
    }
  }
}
