extension Optimizer {
  /// Makes one update of an array in place.
  ///
  /// Infinite or not-a-number gradients are computed with as IEEE 754 says; empty arrays are fine.
  ///
  /// - Parameters:
  ///   - parameters: the parameters.
  ///   - gradient: as many numbers: the derivative of the loss by each of them.
  ///   - state: made by ``state(count:)`` of a rule with the same slots.
  ///   - alpha: the learning rate of this update, where a schedule gives one. It is taken as it is.
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: inout [Scalar],
    gradient: [Scalar],
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil
  ) throws(ShapeError) {
    try check(parameters.count, gradient.count, state)
    parameters.withUnsafeMutableBufferPointer { parameters in
      gradient.withUnsafeBufferPointer { gradient in
        run(parameters, gradient, &state, alpha ?? self.alpha)
      }
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
    alpha: Double? = nil
  ) throws(ShapeError) {
    try check(parameters.count, gradient.count, state)
    run(parameters, gradient, &state, alpha ?? self.alpha)
  }

  /// Makes one update of a span in place, without copying it.
  ///
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public func step(
    _ parameters: inout MutableSpan<Scalar>,
    gradient: Span<Scalar>,
    state: inout OptimizerState<Scalar>,
    alpha: Double? = nil
  ) throws(ShapeError) {
    try check(parameters.count, gradient.count, state)
    parameters.withUnsafeMutableBufferPointer { parameters in
      gradient.withUnsafeBufferPointer { gradient in
        run(parameters, gradient, &state, alpha ?? self.alpha)
      }
    }
  }

  @inlinable
  func check(
    _ parameters: Int,
    _ gradient: Int,
    _ state: OptimizerState<Scalar>
  ) throws(ShapeError) {
    if gradient != parameters { throw .gradient(count: gradient, parameters: parameters) }
    if state.count != parameters { throw .state(count: state.count, parameters: parameters) }
    try checkSlots(of: state)
  }

  @inlinable
  func checkSlots(of state: OptimizerState<Scalar>) throws(ShapeError) {
    // Slots of another rule would be read beyond their end.
    let isSame =
      state.storage.count == slotCount * state.count && state.scalars.count == sharedCount
    if !isSame { throw otherRule(state) }
  }

  @usableFromInline
  func otherRule(_ state: OptimizerState<Scalar>) -> ShapeError {
    .otherRule(slots: state.slots.count, expected: slots.count)
  }

  @inlinable
  func run(
    _ parameters: UnsafeMutableBufferPointer<Scalar>,
    _ gradient: UnsafeBufferPointer<Scalar>,
    _ state: inout OptimizerState<Scalar>,
    _ alpha: Double
  ) {
    let t = state.countUpdate()
    withArrays(parameters, gradient, &state, t, alpha) { update($0, t: t, alpha: alpha) }
  }

  /// Hands the arrays of update `t` to `body`, with the shared slots brought to it.
  @inlinable
  func withArrays(
    _ parameters: UnsafeMutableBufferPointer<Scalar>,
    _ gradient: UnsafeBufferPointer<Scalar>,
    _ state: inout OptimizerState<Scalar>,
    _ t: Int,
    _ alpha: Double,
    _ body: (UpdateArrays<Scalar>) -> Void
  ) {
    let count = state.count
    state.scalars.withUnsafeMutableBufferPointer { scalars in
      if let scalars = scalars.baseAddress { advance(scalars, t: t, alpha: alpha) }
      state.storage.withUnsafeMutableBufferPointer { storage in
        guard let w = parameters.baseAddress, let g = gradient.baseAddress, count > 0 else {
          return
        }
        let arrays = UpdateArrays(
          parameters: w,
          gradients: g,
          count: count,
          // A rule without slots has no storage: it never looks at this pointer.
          firstSlot: storage.baseAddress ?? w,
          stride: count,
          scalars: scalars.baseAddress
        )
        body(arrays)
      }
    }
  }
}
