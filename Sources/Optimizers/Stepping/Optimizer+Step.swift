extension Optimizer {
  /// Makes one update of an array in place.
  ///
  /// Infinite or not-a-number gradients are computed with as IEEE 754 says; empty arrays are fine.
  ///
  /// An update can be made in parts that run at the same time; the bits are those of one part. The
  /// module starts no threads of its own: `perform` is given a number of parts and what to do for
  /// each, and returns when all are done, as the `WorkerTeam` of `OptimizerThreads` does, and
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
  /// parameters, so a small array is one part whatever is asked for; so are all where the rule needs
  /// a total, as with `clip`, `cautious` and LAMB.
  ///
  /// - Parameters:
  ///   - parameters: the parameters.
  ///   - gradient: as many numbers: the derivative of the loss by each of them.
  ///   - state: made by ``state(count:)`` of the same rule; its settings may differ.
  ///   - alpha: the learning rate of this update, taken as it is; left out, it is that of
  ///     ``schedule`` or else ``alpha``.
  ///   - parts: how many parts; fewer are made where there is not enough to share.
  ///   - perform: calls its second argument with 0, 1, ... up to its first, in any order.
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: inout [Scalar],
    gradient: [Scalar],
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil,
    parts: Int = 1,
    concurrently perform: (Int, @Sendable (Int) -> Void) -> Void = oneAfterAnother
  ) throws(ShapeError) {
    try parameters.withUnsafeMutableBufferPointer { w throws(ShapeError) in
      try gradient.withUnsafeBufferPointer { g throws(ShapeError) in
        try step(w, gradient: g, state: &state, alpha: alpha, parts: parts, concurrently: perform)
      }
    }
  }

  /// Makes one update of many arrays in place, the layers of a model, which share one state.
  ///
  /// ```swift
  /// let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
  /// var layers = [[1.0, 2.0], [3.0]]
  /// var state = adam.state(for: layers)
  /// try adam.step(&layers, gradient: [[1, -1], [2]], state: &state)
  /// ```
  ///
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: inout [[Scalar]],
    gradient: [[Scalar]],
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil,
    parts: Int = 1,
    concurrently perform: (Int, @Sendable (Int) -> Void) -> Void = oneAfterAnother
  ) throws(ShapeError) {
    try check(parameters, gradient, state)
    let moment = begin(&state, alpha) { visit in
      for (w, g) in zip(parameters, gradient) {
        w.withUnsafeBufferPointer { w in g.withUnsafeBufferPointer { visit(w, $0) } }
      }
    }
    if isInPasses { return updateTogether(&parameters, gradient, &state, moment) }
    var offset = 0
    for index in parameters.indices {
      parameters[index].withUnsafeMutableBufferPointer { w in
        gradient[index].withUnsafeBufferPointer { g in
          update(w, g, from: offset, of: &state, moment, parts, perform)
        }
      }
      offset += parameters[index].count
    }
  }

  /// Makes one update of memory that someone else owns, without copying it.
  ///
  /// The gradient may not lie in the memory of the parameters.
  ///
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: UnsafeMutableBufferPointer<Scalar>,
    gradient: UnsafeBufferPointer<Scalar>,
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil,
    parts: Int = 1,
    concurrently perform: (Int, @Sendable (Int) -> Void) -> Void = oneAfterAnother
  ) throws(ShapeError) {
    try check(parameters.count, gradient.count, state)
    let moment = begin(&state, alpha) { $0(UnsafeBufferPointer(parameters), gradient) }
    update(parameters, gradient, from: 0, of: &state, moment, parts, perform)
  }

  /// Makes one update of a span in place, without copying it.
  ///
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: inout MutableSpan<Scalar>,
    gradient: Span<Scalar>,
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil,
    parts: Int = 1,
    concurrently perform: (Int, @Sendable (Int) -> Void) -> Void = oneAfterAnother
  ) throws(ShapeError) {
    try parameters.withUnsafeMutableBufferPointer { w throws(ShapeError) in
      try gradient.withUnsafeBufferPointer { g throws(ShapeError) in
        try step(w, gradient: g, state: &state, alpha: alpha, parts: parts, concurrently: perform)
      }
    }
  }

  /// The way of all parts where no other is given.
  @inlinable
  public static func oneAfterAnother(_ parts: Int, _ work: @Sendable (Int) -> Void) {
    for part in 0..<max(0, parts) { work(part) }
  }
}
