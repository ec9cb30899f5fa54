import Optimizers
import Testing

/// Every number of every rule, outside of its range: an error in words, never a trap.
@Suite struct BadNumberTests {
  private static let candidates: [Double] = [
    0, -0.0, -1e-300, -1, 1, 1.000_000_1, 2, -.infinity, .infinity, .nan, .greatestFiniteMagnitude,
  ]

  @Test("a number out of its range is refused in words", arguments: RuleCatalog.entries)
  func refused(_ rule: OptimizerRule) throws {
    var refused = 0
    let dialect = try RuleSettings(rule).dialect
    for setting in rule.settings
    where setting.kind == .number && setting.dialects.contains(dialect) {
      for value in Self.candidates where !setting.range.contains(value) {
        let error = #expect(throws: HyperparameterError.self) {
          _ = try RuleSettings(rule, arguments: [.number(setting.name, value)])
        }
        let words = "\(setting.name) must be \(setting.range.words), not "
        #expect(error?.message.hasPrefix(words) == true, "\(setting.name) \(value)")
        refused += 1
      }
    }
    #expect(refused >= 7)
  }

  @Test("alpha of 0, below 0 and not a number is refused", arguments: RuleCatalog.entries)
  func learningRates(_ rule: OptimizerRule) {
    for alpha in [0, -0.1, Double.nan, .infinity] {
      #expect(throws: HyperparameterError.self) { _ = try RuleSettings(rule, ["alpha": alpha]) }
    }
  }

  @Test("a number in its range makes a rule, and the rule steps", arguments: RuleCase.plain)
  func accepted(_ row: RuleCase) throws {
    let rule = row.settings.rule
    for setting in rule.settings where setting.kind == .number {
      for value in Self.candidates where setting.range.contains(value) {
        guard let settings = try? row.settings.setting(setting.name, to: value) else { continue }
        let kernel = try Optimizer<Double>(settings)
        var w = [1.0, -1]
        var state = kernel.state(count: 2)
        for _ in 1...3 { try kernel.step(&w, gradient: [0.5, 0], state: &state) }
        #expect(state.t == 3)
      }
    }
  }
}
