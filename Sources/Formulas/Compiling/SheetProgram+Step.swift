import Arithmetic

extension SheetProgram {
  /// How many components are worked on at once: few one by one, many in blocks.
  static func width(_ count: Int) -> Int {
    count < Program<Scalar>.blockWidth ? 1 : Program<Scalar>.blockWidth
  }

  /// One update of `count` parameters in place; `scratch` has been prepared.
  ///
  /// A `trace` receives the derived quantities, `count` values for each.
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
    trace: UnsafeMutablePointer<Scalar>? = nil
  ) {
    let settingCount = sheet.settings.count
    for index in 0..<settingCount { scratch[index] = settings[index] }
    scratch[settingCount] = t
    scratch[settingCount + 1] = epoch
    for (index, slot) in scalarSlots.enumerated() {
      scratch[settingCount + 2 + index] = state[slotOffset(slot, count)]
    }
    shared.run(scratch)
    let inner = scratch + shared.registerCount
    if Self.width(count) > 1 {
      stepBlocks(state, count, gradient: gradient, scratch: scratch, inner: inner, trace: trace)
    } else {
      stepEach(state, count, gradient: gradient, scratch: scratch, inner: inner, trace: trace)
    }
    for (index, slot) in scalarSlots.enumerated() {
      state[slotOffset(slot, count)] = scratch[shared.outputs[hoistedCount + index]]
    }
  }

  /// The components one by one.
  @inline(__always)
  private func stepEach(
    _ state: UnsafeMutablePointer<Scalar>,
    _ count: Int,
    gradient: UnsafePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>,
    inner: UnsafeMutablePointer<Scalar>,
    trace: UnsafeMutablePointer<Scalar>?
  ) {
    for index in 0..<hoistedCount { inner[index] = scratch[shared.outputs[index]] }
    for component in 0..<count {
      inner[hoistedCount] = state[component]
      inner[hoistedCount + 1] = gradient[component]
      for (index, slot) in elementSlots.enumerated() {
        inner[hoistedCount + 2 + index] = state[slotOffset(slot, count) + component]
      }
      element.run(inner)
      state[component] = inner[element.outputs[0]]
      for (index, slot) in elementSlots.enumerated() {
        state[slotOffset(slot, count) + component] = inner[element.outputs[index + 1]]
      }
      guard let trace else { continue }
      for index in derived.indices {
        trace[index * count + component] = inner[element.outputs[1 + elementSlots.count + index]]
      }
    }
  }

  /// The components a block at a time; the last block may be shorter, and then computes what was
  /// left in its registers as well.
  @inline(__always)
  private func stepBlocks(
    _ state: UnsafeMutablePointer<Scalar>,
    _ count: Int,
    gradient: UnsafePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>,
    inner: UnsafeMutablePointer<Scalar>,
    trace: UnsafeMutablePointer<Scalar>?
  ) {
    let width = Program<Scalar>.blockWidth
    for index in 0..<hoistedCount {
      (inner + index * width).update(repeating: scratch[shared.outputs[index]], count: width)
    }
    for start in stride(from: 0, to: count, by: width) {
      let length = min(width, count - start)
      let input = inner + hoistedCount * width
      input.update(from: state + start, count: length)
      (input + width).update(from: gradient + start, count: length)
      for (index, slot) in elementSlots.enumerated() {
        let values = state + slotOffset(slot, count) + start
        (input + (2 + index) * width).update(from: values, count: length)
      }
      element.runBlock(inner)
      (state + start).update(from: inner + element.outputs[0] * width, count: length)
      for (index, slot) in elementSlots.enumerated() {
        let values = inner + element.outputs[1 + index] * width
        (state + slotOffset(slot, count) + start).update(from: values, count: length)
      }
      guard let trace else { continue }
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
