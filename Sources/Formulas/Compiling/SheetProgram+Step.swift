import Arithmetic

extension SheetProgram {
  /// How many components are worked on at once: few one by one, many in blocks.
  static func width(_ count: Int) -> Int {
    count < Program<Scalar>.blockWidth ? 1 : Program<Scalar>.blockWidth
  }

  /// One update of `count` parameters in place; `scratch` has been prepared.
  ///
  /// A layer is so many parameters. A `trace` receives the derived quantities, `count` values for
  /// each.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  package func step(
    _ state: UnsafeMutablePointer<Scalar>,
    _ count: Int,
    gradient: UnsafePointer<Scalar>,
    settings: UnsafePointer<Scalar>,
    t: Scalar,
    epoch: Scalar,
    scratch: UnsafeMutablePointer<Scalar>,
    layers: [Int]? = nil,
    trace: UnsafeMutablePointer<Scalar>? = nil
  ) {
    let work = Work(
      state: state,
      count: count,
      gradient: gradient,
      settings: settings,
      t: t,
      epoch: epoch,
      trace: trace
    )
    var registers = scratch
    if totals.isEmpty {
      run(stages[0], 0..<count, work, registers, known: 0, totals: scratch)
    } else {
      let layers = layers ?? [count]
      let found = scratch + stageCount(count)
      let terms = found + totals.count * count
      for (known, stage) in stages.enumerated() {
        if known > 0 { registers += stages[known - 1].registerCount(Self.width(count)) }
        var start = 0
        for (layer, length) in layers.enumerated() {
          let totals = found + layer * totals.count
          let isLast = known == stages.count - 1
          let target = isLast ? nil : terms
          run(stage, start..<start + length, work, registers, known: known, totals: totals, target)
          start += length
        }
        guard known < totals.count else { break }
        OrderedTotal.find(totals[known].kind, of: terms, layers, apart: totals[known].isOfLayer) {
          found[$0 * totals.count + known] = Scalar($1)
        }
      }
    }
    let last = stages[stages.count - 1]
    for (index, slot) in scalarSlots.enumerated() {
      state[slotOffset(slot, count)] = registers[last.shared.outputs[last.hoistedCount + index]]
    }
  }

  /// What all stages of an update look at.
  private struct Work {
    let state: UnsafeMutablePointer<Scalar>
    let count: Int
    let gradient: UnsafePointer<Scalar>
    let settings: UnsafePointer<Scalar>
    let t: Scalar
    let epoch: Scalar
    let trace: UnsafeMutablePointer<Scalar>?
  }

  /// Runs a stage for some of the components; what a total is made of goes to `terms`, else the
  /// state is changed.
  @inline(__always)
  private func run(
    _ stage: SheetStage<Scalar>,
    _ components: Range<Int>,
    _ work: Work,
    _ registers: UnsafeMutablePointer<Scalar>,
    known: Int,
    totals: UnsafePointer<Scalar>,
    _ terms: UnsafeMutablePointer<Scalar>? = nil
  ) {
    let settingCount = sheet.settings.count
    for index in 0..<settingCount { registers[index] = work.settings[index] }
    registers[settingCount] = work.t
    registers[settingCount + 1] = work.epoch
    for (index, slot) in scalarSlots.enumerated() {
      registers[settingCount + 2 + index] = work.state[slotOffset(slot, work.count)]
    }
    let firstTotal = settingCount + 2 + scalarSlots.count
    for index in 0..<known { registers[firstTotal + index] = totals[index] }
    stage.shared.run(registers)
    let inner = registers + stage.shared.registerCount
    if Self.width(work.count) > 1 {
      runBlocks(stage, components, work, registers, inner, terms)
    } else {
      runEach(stage, components, work, registers, inner, terms)
    }
  }

  /// The components one by one.
  @inline(__always)
  private func runEach(
    _ stage: SheetStage<Scalar>,
    _ components: Range<Int>,
    _ work: Work,
    _ registers: UnsafeMutablePointer<Scalar>,
    _ inner: UnsafeMutablePointer<Scalar>,
    _ terms: UnsafeMutablePointer<Scalar>?
  ) {
    let (state, count, hoisted) = (work.state, work.count, stage.hoistedCount)
    let element = stage.element
    for index in 0..<hoisted { inner[index] = registers[stage.shared.outputs[index]] }
    for component in components {
      inner[hoisted] = state[component]
      inner[hoisted + 1] = work.gradient[component]
      for (index, slot) in elementSlots.enumerated() {
        inner[hoisted + 2 + index] = state[slotOffset(slot, count) + component]
      }
      element.run(inner)
      if let terms {
        terms[component] = inner[element.outputs[0]]
        continue
      }
      state[component] = inner[element.outputs[0]]
      for (index, slot) in elementSlots.enumerated() {
        state[slotOffset(slot, count) + component] = inner[element.outputs[index + 1]]
      }
      guard let trace = work.trace else { continue }
      for index in derived.indices {
        trace[index * count + component] = inner[element.outputs[1 + elementSlots.count + index]]
      }
    }
  }

  /// The components a block at a time; the last block may be shorter, and then computes what was
  /// left in its registers as well.
  @inline(__always)
  private func runBlocks(
    _ stage: SheetStage<Scalar>,
    _ components: Range<Int>,
    _ work: Work,
    _ registers: UnsafeMutablePointer<Scalar>,
    _ inner: UnsafeMutablePointer<Scalar>,
    _ terms: UnsafeMutablePointer<Scalar>?
  ) {
    let (state, count, hoisted) = (work.state, work.count, stage.hoistedCount)
    let element = stage.element
    let width = Program<Scalar>.blockWidth
    for index in 0..<hoisted {
      let value = registers[stage.shared.outputs[index]]
      (inner + index * width).update(repeating: value, count: width)
    }
    for start in stride(from: components.lowerBound, to: components.upperBound, by: width) {
      let length = min(width, components.upperBound - start)
      let input = inner + hoisted * width
      input.update(from: state + start, count: length)
      (input + width).update(from: work.gradient + start, count: length)
      for (index, slot) in elementSlots.enumerated() {
        let values = state + slotOffset(slot, count) + start
        (input + (2 + index) * width).update(from: values, count: length)
      }
      element.runBlock(inner)
      let first = inner + element.outputs[0] * width
      ((terms ?? state) + start).update(from: first, count: length)
      if terms != nil { continue }
      for (index, slot) in elementSlots.enumerated() {
        let values = inner + element.outputs[1 + index] * width
        (state + slotOffset(slot, count) + start).update(from: values, count: length)
      }
      guard let trace = work.trace else { continue }
      for index in derived.indices {
        let values = inner + element.outputs[1 + elementSlots.count + index] * width
        (trace + index * count + start).update(from: values, count: length)
      }
    }
  }
}

extension SheetProgram {
  /// One update on plain arrays, `slots` in the sheet's order; for tests and single steps.
  package func step(
    t: Int,
    epoch: Double = 0,
    settings: [Scalar],
    w: inout [Scalar],
    g: [Scalar],
    slots: inout [[Scalar]]
  ) {
    var state = w
    for slot in slots { state += slot }
    var scratch = [Scalar](repeating: 0, count: scratchCount(w.count))
    let count = w.count
    state.withUnsafeMutableBufferPointer { state in
      scratch.withUnsafeMutableBufferPointer { scratch in
        g.withUnsafeBufferPointer { g in
          settings.withUnsafeBufferPointer { settings in
            guard let state = state.baseAddress, let scratch = scratch.baseAddress,
              let g = g.baseAddress
            else { return }
            prepare(scratch, count)
            let none = UnsafePointer<Scalar>(scratch)
            step(
              state,
              count,
              gradient: g,
              settings: settings.baseAddress ?? none,
              t: Scalar(t),
              epoch: Scalar(epoch),
              scratch: scratch
            )
          }
        }
      }
    }
    w = Array(state[0..<count])
    for index in slots.indices {
      let offset = slotOffset(index, count)
      slots[index] = Array(state[offset..<offset + slots[index].count])
    }
  }
}
