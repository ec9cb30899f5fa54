import Arithmetic
import Formulas
import Notebook
import Optimizers
import Testing

@Suite struct SheetEqualityTests {
  @Test(
    "an update in single precision gives the bits that its rule sheet means",
    arguments: RuleCase.all
  )
  func updateEqualsSheet(_ row: RuleCase) throws {
    let sheet = RuleSheet(row.settings)
    var meaning: SheetMeaning<Float>?
    try run(Optimizer<Float>(row.settings), sheet) { t, w, g in
      if meaning == nil { meaning = SheetMeaning(sheet, w) }
      meaning?.step(g, t: t)
      w = meaning?.w ?? []
      return meaning?.slots.map { $0.map { $0.number } } ?? []
    }
  }

  @Test(
    "the sheet compiled, as the notebook runs it, gives its bits as well",
    arguments: RuleCase.all
  )
  func programEqualsUpdate(_ row: RuleCase) throws {
    let sheet = RuleSheet(row.settings)
    let program = try SheetProgram<Double>(sheet)
    let values = sheet.settings.map { $0.standard.constantValue ?? .nan }
    var slots: [[Double]]?
    try run(Optimizer<Double>(row.settings), sheet) { t, w, g in
      var now =
        slots
        ?? sheet.slots.map { [Double](repeating: $0.initial, count: $0.isScalar ? 1 : w.count) }
      program.step(t: t, settings: values, w: &w, g: g, slots: &now)
      slots = now
      return now
    }
  }

  @Test("the table has a row for every rule, dialect, bug and pair of settings")
  func tableIsComplete() {
    #expect(RuleCase.all.count == RecordedBitsTests.recorded.count)
    for entry in RuleCatalog.entries {
      for dialect in entry.dialects {
        #expect(
          RuleCase.all.contains { $0.settings.rule == entry && $0.settings.dialect == dialect }
        )
      }
    }
  }

  @Test("a sheet can be read back")
  func sheetsCanBeRead() throws {
    for row in RuleCase.all {
      let sheet = RuleSheet(row.settings)
      let text = sheet.text
      let read = try RuleSheet(parsing: String(text.dropFirst("rule ".count)))
      #expect(read.text == text && read.slots == sheet.slots)
    }
  }

  /// Makes updates, and the same by the sheet, whose slots `other` gives.
  private func run<Scalar: OptimizerScalar>(
    _ optimizer: Optimizer<Scalar>,
    _ sheet: RuleSheet,
    _ other: (Int, inout [Scalar], [Scalar]) -> [[Scalar]]
  ) throws {
    // Whole vectors of every machine, and a rest.
    let count = 11
    var numbers = SeededGenerator(seed: 7)
    var w = (0..<count).map { _ in Scalar(numbers.normal()) }
    var otherW = w
    var state = optimizer.state(count: count)
    #expect(Set(sheet.slots.map(\.name)) == Set(optimizer.slots.map(\.name)))
    for t in 1...24 {
      // One parameter without a gradient at first, one with tiny ones, one with an infinite one.
      var g = (0..<count).map { _ in Scalar(numbers.normal()) }
      g[0] = t < 10 ? 0 : g[0]
      g[1] *= 1e-9
      if t == 18 { g[2] = .infinity }
      try optimizer.step(&w, gradient: g, state: &state)
      let slots = other(t, &otherW, g)
      try #require(same(w, otherW), "w at step \(t): \(w) \(otherW)")
      for (index, slot) in sheet.slots.enumerated() {
        try #require(same(state[slot.name] ?? [], slots[index]), "\(slot.name) at step \(t)")
      }
    }
  }

  /// The same bits; every not-a-number is one value.
  private func same<Scalar: Real>(_ a: [Scalar], _ b: [Scalar]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { ($0 == $1 && $0.sign == $1.sign) || ($0.isNaN && $1.isNaN) }
  }
}
