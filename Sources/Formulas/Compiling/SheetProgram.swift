package import Arithmetic

/// A rule sheet compiled: what steps any rule, built in or a learner's own.
///
/// Parts that depend on no parameter are computed once a step, the rest once for each component;
/// the order of operations is exactly the sheet's. A sheet with totals runs in stages, one for each.
package struct SheetProgram<Scalar: Real>: Sendable {
  package let sheet: RuleSheet
  /// One for each total, and the update itself.
  let stages: [SheetStage<Scalar>]
  let totals: [RuleSheet.Total]
  let scalarSlots: [Int]
  let elementSlots: [Int]
  /// Quantities that an update computes and forgets, such as `v_hat`.
  package let derived: [String]
  /// Those of them that are one number for all parameters.
  package let derivedShared: [String]

  package init(_ sheet: RuleSheet) throws(Diagnostic) {
    self.sheet = sheet
    scalarSlots = sheet.slots.indices.filter { sheet.slots[$0].isScalar }
    elementSlots = sheet.slots.indices.filter { !sheet.slots[$0].isScalar }
    let slots = sheet.slots.map { $0.name }
    derived = sheet.quantities.filter { !slots.contains($0) }
    derivedShared = derived.filter { sheet.isShared($0) }
    totals = sheet.equations.compactMap { $0.total }
    var stages: [SheetStage<Scalar>] = []
    for (index, equation) in (sheet.equations.map { $0.total?.term } + [nil]).enumerated() {
      if index < sheet.equations.count, equation == nil { continue }
      stages.append(
        try SheetStage(
          sheet.equations[..<index],
          term: equation,
          inputs: sheet.settings.map { $0.name } + ["t", "epoch"],
          scalars: scalarSlots.map { slots[$0] },
          elements: elementSlots.map { slots[$0] },
          derived: derived
        )
      )
    }
    self.stages = stages
  }

  /// How many values the state of `count` parameters holds: w, then every slot in order.
  package func stateCount(_ count: Int) -> Int {
    count * (1 + elementSlots.count) + scalarSlots.count
  }

  /// Where a slot begins in the state.
  package func slotOffset(_ slot: Int, _ count: Int) -> Int {
    var offset = count
    for earlier in 0..<slot { offset += sheet.slots[earlier].isScalar ? 1 : count }
    return offset
  }

  /// The state before the first update.
  package func initialState(_ start: [Scalar]) -> [Scalar] {
    var state = start
    for slot in sheet.slots {
      state += [Scalar](
        repeating: Scalar(slot.initial),
        count: slot.isScalar ? 1 : start.count
      )
    }
    return state
  }

  /// How many values an update of `count` parameters needs to work in.
  package func scratchCount(_ count: Int) -> Int {
    stageCount(count) + (totals.isEmpty ? 0 : (1 + totals.count) * count)
  }

  /// What all stages work in; behind it stand totals and what they are made of.
  func stageCount(_ count: Int) -> Int {
    stages.reduce(0) { $0 + $1.registerCount(Self.width(count)) }
  }

  package func prepare(_ scratch: UnsafeMutablePointer<Scalar>, _ count: Int) {
    var place = scratch
    for stage in stages {
      stage.prepare(place, Self.width(count))
      place += stage.registerCount(Self.width(count))
    }
  }
}
