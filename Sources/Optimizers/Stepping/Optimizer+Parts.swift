extension Optimizer {
  /// Makes one update in parts that may run at the same time; the bits are those of one part.
  ///
  /// The module starts no threads of its own. `perform` is given a number of parts and what to do
  /// for each, and returns when all are done, as the `WorkerTeam` of `OptimizerThreads` does, and
  /// Dispatch's `concurrentPerform`:
  ///
  /// ```swift
  /// let adam = try Optimizer<Float>(.adam, ["alpha": 0.25])
  /// let team = WorkerTeam(threads: 2)
  /// var w = [Float](repeating: 1, count: 100_000)
  /// let g = [Float](repeating: 2, count: 100_000)
  /// var state = adam.state(count: w.count)
  /// try adam.step(&w, gradient: g, state: &state, parts: 2, concurrently: team.perform)
  /// w[99_999]  // 0.75
  /// ```
  ///
  /// It pays from about 100,000 parameters on with a team, from about a million with Dispatch: below,
  /// reaching the other threads takes longer than the update. No part is smaller than 16,384
  /// parameters, so a small array is one part whatever is asked for.
  ///
  /// - Parameters:
  ///   - parameters: the parameters.
  ///   - gradient: as many numbers: the derivative of the loss by each of them.
  ///   - state: made by ``state(count:)`` of a rule with the same slots.
  ///   - alpha: the learning rate of this update, where a schedule gives one. It is taken as it is.
  ///   - parts: how many parts; fewer are made where there is not enough to share.
  ///   - perform: calls its second argument with 0, 1, ... up to its first, in any order.
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: inout [Scalar],
    gradient: [Scalar],
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil,
    parts: Int,
    concurrently perform: (Int, @Sendable (Int) -> Void) -> Void
  ) throws(ShapeError) {
    try check(parameters.count, gradient.count, state)
    parameters.withUnsafeMutableBufferPointer { parameters in
      gradient.withUnsafeBufferPointer { gradient in
        run(parameters, gradient, &state, alpha ?? self.alpha, parts, perform)
      }
    }
  }

  /// Makes one update of memory that someone else owns, in parts that may run at the same time.
  ///
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: UnsafeMutableBufferPointer<Scalar>,
    gradient: UnsafeBufferPointer<Scalar>,
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil,
    parts: Int,
    concurrently perform: (Int, @Sendable (Int) -> Void) -> Void
  ) throws(ShapeError) {
    try check(parameters.count, gradient.count, state)
    run(parameters, gradient, &state, alpha ?? self.alpha, parts, perform)
  }

  @inlinable
  func run(
    _ parameters: UnsafeMutableBufferPointer<Scalar>,
    _ gradient: UnsafeBufferPointer<Scalar>,
    _ state: inout OptimizerState<Scalar>,
    _ alpha: Double,
    _ parts: Int,
    _ perform: (Int, @Sendable (Int) -> Void) -> Void
  ) {
    let t = state.countUpdate()
    withArrays(parameters, gradient, &state, t, alpha) { arrays in
      // Its pointers are why the compiler cannot see that other threads may have it. They may: the
      // value never changes; parts do not overlap, so no number is written by one thread and touched
      // by another; gradients are only read, and so are the shared slots, which
      // `Optimizer.advance(_:t:alpha:)` has written before; `perform` returns when the last part is done.
      nonisolated(unsafe) let arrays = arrays
      // Parts of whole cache lines, so that no two write to one.
      let lines = (arrays.count + 63) / 64
      let parts = max(1, min(parts, lines / linesWorthSharing))
      perform(parts) { part in
        let start = min(arrays.count, lines * part / parts * 64)
        let end = min(arrays.count, lines * (part + 1) / parts * 64)
        update(arrays.part(start..<end), t: t, alpha: alpha)
      }
    }
  }
}

/// How many lines of 64 parameters a part has at least.
@usableFromInline let linesWorthSharing = 256
