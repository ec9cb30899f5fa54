extension Optimizer {
  /// What is handed to each pair of arrays of an update.
  @usableFromInline
  typealias Visit = (UnsafeBufferPointer<Scalar>, UnsafeBufferPointer<Scalar>) -> Void

  @inlinable
  func check(
    _ parameters: Int,
    _ gradient: Int,
    _ state: OptimizerState<Scalar>
  ) throws(ShapeError) {
    if gradient != parameters { throw .gradient(count: gradient, parameters: parameters) }
    if state.count != parameters { throw .state(count: state.count, parameters: parameters) }
    if state.identity !== identity { try checkRule(of: state) }
  }

  @inlinable
  func check(
    _ parameters: [[Scalar]],
    _ gradient: [[Scalar]],
    _ state: OptimizerState<Scalar>
  ) throws(ShapeError) {
    guard gradient.count == parameters.count else {
      throw .gradientArrays(count: gradient.count, parameters: parameters.count)
    }
    var total = 0
    for index in parameters.indices {
      let (count, expected) = (gradient[index].count, parameters[index].count)
      if count != expected { throw .gradient(count: count, parameters: expected) }
      total += expected
    }
    try check(total, total, state)
  }

  @usableFromInline
  func checkRule(of state: OptimizerState<Scalar>) throws(ShapeError) {
    guard state.identity.isSameRule(as: identity) else {
      throw .otherRule(state.identity.title, expected: identity.title)
    }
  }

  /// Begins an update: what is the same for all its arrays.
  @inlinable
  func begin(
    _ state: inout OptimizerState<Scalar>,
    _ alpha: Double?,
    _ arrays: (_ visit: Visit) -> Void
  ) -> Moment {
    let alpha = alpha ?? schedule?(state.t) ?? self.alpha
    let norms = pieces.isEmpty ? [] : norms(arrays)
    let t = state.countUpdate()
    // The state of a rule with other numbers is gone on with under these.
    if state.identity !== identity { state.identity = identity }
    state.scalars.withUnsafeMutableBufferPointer { scalars in
      if let scalars = scalars.baseAddress { advance(scalars, t: t, alpha: alpha) }
    }
    return Moment(t: t, alpha: alpha, norms: norms)
  }

  /// Updates arrays that need a total, or something kept, as one: a layer is an array.
  @usableFromInline
  func updateTogether(
    _ parameters: inout [[Scalar]],
    _ gradient: [[Scalar]],
    _ state: inout OptimizerState<Scalar>,
    _ moment: Moment
  ) {
    let layers = parameters.map { $0.count }
    var all = parameters.flatMap { $0 }
    all.withUnsafeMutableBufferPointer { w in
      gradient.flatMap { $0 }.withUnsafeBufferPointer { g in
        update(w, g, from: 0, of: &state, moment, 1, Self.oneAfterAnother, layers: layers)
      }
    }
    var start = 0
    for index in parameters.indices {
      parameters[index] = Array(all[start..<start + layers[index]])
      start += layers[index]
    }
  }

  /// Updates one array, whose numbers in the slots begin at `offset`.
  @inlinable
  func update(
    _ parameters: UnsafeMutableBufferPointer<Scalar>,
    _ gradient: UnsafeBufferPointer<Scalar>,
    from offset: Int,
    of state: inout OptimizerState<Scalar>,
    _ moment: Moment,
    _ parts: Int,
    _ perform: (Int, @Sendable (Int) -> Void) -> Void,
    layers: [Int]? = nil
  ) {
    guard let w = parameters.baseAddress, let g = gradient.baseAddress else { return }
    let stride = state.count
    state.scalars.withUnsafeMutableBufferPointer { scalars in
      state.storage.withUnsafeMutableBufferPointer { storage in
        let arrays = UpdateArrays(
          parameters: w,
          gradients: g,
          count: parameters.count,
          // A rule without slots has no storage: it never looks at this pointer.
          firstSlot: storage.baseAddress.map { $0 + offset } ?? w,
          stride: stride,
          scalars: scalars.baseAddress
        )
        if parts > 1, !isInPasses {
          share(arrays, moment, parts, perform)
        } else {
          update(arrays, moment, layers)
        }
      }
    }
  }

  /// Has the parts of the arrays done, which may be at the same time.
  @inlinable
  func share(
    _ arrays: UpdateArrays<Scalar>,
    _ moment: Moment,
    _ parts: Int,
    _ perform: (Int, @Sendable (Int) -> Void) -> Void
  ) {
    // Its pointers are why the compiler cannot see that other threads may have it. They may: the
    // value never changes; parts do not overlap, so no number is written by one thread and touched
    // by another; gradients are only read, and so are the shared slots, which
    // `advance(_:t:alpha:)` has written before; `perform` returns when the last part is done.
    nonisolated(unsafe) let arrays = arrays
    // Parts of whole cache lines, so that no two write to one.
    let lines = (arrays.count + 63) / 64
    let parts = max(1, min(parts, lines / linesWorthSharing))
    perform(parts) { part in
      let start = min(arrays.count, lines * part / parts * 64)
      let end = min(arrays.count, lines * (part + 1) / parts * 64)
      update(arrays.part(start..<end), moment)
    }
  }
}

/// What an update has once for all arrays.
@usableFromInline
struct Moment: Sendable {
  @usableFromInline let t: Int
  @usableFromInline let alpha: Double
  /// For each piece of a chain the norm of the gradients as they come to it.
  @usableFromInline let norms: [Double]

  @inlinable
  init(t: Int, alpha: Double, norms: [Double]) {
    self.t = t
    self.alpha = alpha
    self.norms = norms
  }
}

/// How many lines of 64 parameters a part has at least.
@usableFromInline let linesWorthSharing = 256
