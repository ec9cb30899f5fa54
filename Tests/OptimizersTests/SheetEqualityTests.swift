import Arithmetic
import Formulas
import Optimizers
import Testing

@Suite struct SheetEqualityTests {
  @Test("a kernel gives the bits of its rule sheet", arguments: RuleCase.all)
  func kernelEqualsSheet(_ row: RuleCase) throws {
    try compare(row.settings, as: Double.self)
    try compare(row.settings, as: Float.self)
  }

  @Test("the table has a row for every rule, dialect, bug and pair of settings")
  func tableIsComplete() {
    #expect(RuleCase.all.count == 3140)
    for entry in RuleCatalog.entries {
      for dialect in entry.dialects {
        #expect(
          RuleCase.all.contains { $0.settings.rule == entry.rule && $0.settings.dialect == dialect }
        )
      }
    }
  }

  private func compare<Scalar: Real>(_ settings: RuleSettings, as: Scalar.Type) throws {
    let sheet = try RuleSheet(parsing: settings.sheet)
    let program = try SheetProgram<Scalar>(sheet)
    let values = sheet.settings.map { Scalar($0.standard.constantValue ?? .nan) }
    let kernel = try OptimizerKernel<Scalar>(settings)

    let count = 5
    var numbers = SeededGenerator(seed: 7)
    var w = (0..<count).map { _ in Scalar(numbers.normal()) }
    var sheetW = w
    var state = kernel.state(count: count)
    var slots = sheet.slots.map {
      [Scalar](repeating: Scalar($0.initial), count: $0.isScalar ? 1 : count)
    }
    #expect(Set(sheet.slots.map(\.name)) == Set(kernel.slots.map(\.name)))

    for t in 1...24 {
      // One parameter without a gradient at first, one with tiny ones, one with an infinite one.
      var g = (0..<count).map { _ in Scalar(numbers.normal()) }
      g[0] = t < 10 ? 0 : g[0]
      g[1] *= 1e-9
      if t == 18 { g[2] = .infinity }
      try kernel.step(&w, gradient: g, state: &state)
      program.step(t: t, settings: values, w: &sheetW, g: g, slots: &slots)
      try #require(same(w, sheetW), "w at step \(t): \(w) \(sheetW)\n\(settings.sheet)")
      for (index, slot) in sheet.slots.enumerated() {
        let mine = try #require(state[slot.name])
        try #require(same(mine, slots[index]), "\(slot.name) at step \(t)\n\(settings.sheet)")
      }
    }
  }

  /// The same bits; every not-a-number is one value.
  private func same<Scalar: Real>(_ a: [Scalar], _ b: [Scalar]) -> Bool {
    zip(a, b).allSatisfy { ($0 == $1 && $0.sign == $1.sign) || ($0.isNaN && $1.isNaN) }
  }
}
