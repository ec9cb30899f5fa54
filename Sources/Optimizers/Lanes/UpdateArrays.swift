/// The storage one update works on: parameters, their gradients and the rule's slots.
///
/// A part of the arrays is again such a value (``part(_:)``), since no rule looks at a neighbour.
public struct UpdateArrays<Scalar: OptimizerScalar> {
  /// The parameters, changed in place.
  public let parameters: UnsafeMutablePointer<Scalar>
  /// Their gradients.
  public let gradients: UnsafePointer<Scalar>
  /// How many parameters.
  public let count: Int
  /// The slots that all parameters share, in double precision.
  public let scalars: UnsafeMutablePointer<Double>?

  /// What this pass of the update knows; nil where it is the only one.
  @usableFromInline var pass: UnsafePointer<UpdatePass<Scalar>>?
  /// How many parameters of the update come before these.
  @usableFromInline var start = 0

  @usableFromInline let firstSlot: UnsafeMutablePointer<Scalar>
  @usableFromInline let stride: Int

  /// - Parameters:
  ///   - parameters: the parameters, which are changed.
  ///   - gradients: as many numbers, in other memory.
  ///   - count: how many.
  ///   - firstSlot: the first number of the first slot.
  ///   - stride: how far the next slot lies behind it.
  ///   - scalars: the slots that all parameters share.
  @inlinable
  public init(
    parameters: UnsafeMutablePointer<Scalar>,
    gradients: UnsafePointer<Scalar>,
    count: Int,
    firstSlot: UnsafeMutablePointer<Scalar>,
    stride: Int,
    scalars: UnsafeMutablePointer<Double>?
  ) {
    self.parameters = parameters
    self.gradients = gradients
    self.count = count
    self.firstSlot = firstSlot
    self.stride = stride
    self.scalars = scalars
  }

  /// The numbers of a slot.
  @inlinable
  public func slot(_ index: Int) -> UnsafeMutablePointer<Scalar> {
    firstSlot + index * stride
  }

  /// The arrays of some of the parameters.
  @inlinable
  public func part(_ range: Range<Int>) -> UpdateArrays {
    var part = UpdateArrays(
      parameters: parameters + range.lowerBound,
      gradients: gradients + range.lowerBound,
      count: range.count,
      firstSlot: firstSlot + range.lowerBound,
      stride: stride,
      scalars: scalars
    )
    part.pass = pass
    part.start = start + range.lowerBound
    return part
  }

  /// The numbers of a row of the pass.
  @inlinable
  func row(_ index: Int) -> UnsafeMutablePointer<Scalar> {
    // Without passes nobody looks at this pointer.
    pass.map { $0.pointee.rows + index * $0.pointee.stride + start } ?? firstSlot
  }

  /// The same with other gradients.
  @inlinable
  func with(gradients: UnsafePointer<Scalar>) -> UpdateArrays {
    UpdateArrays(
      parameters: parameters,
      gradients: gradients,
      count: count,
      firstSlot: firstSlot,
      stride: stride,
      scalars: scalars
    )
  }
}

extension UpdateArrays {
  /// Hands `body` copies that are as long as a vector, and takes over what becomes of them.
  func padded(
    to lanes: Int,
    slotCount: Int,
    rowCount: Int,
    _ body: (UpdateArrays) -> Void
  ) {
    let rows = 2 + slotCount + rowCount
    withUnsafeTemporaryAllocation(of: Scalar.self, capacity: rows * lanes) { buffer in
      guard let memory = buffer.baseAddress else { return }
      var copy = UpdateArrays(
        parameters: memory,
        gradients: UnsafePointer(memory + lanes),
        count: lanes,
        firstSlot: memory + 2 * lanes,
        stride: lanes,
        scalars: scalars
      )
      // What stands behind the numbers is computed with as well, so it is one of them.
      for index in 0..<lanes {
        let from = min(index, count - 1)
        memory[index] = parameters[from]
        memory[lanes + index] = gradients[from]
        for k in 0..<slotCount { copy.slot(k)[index] = slot(k)[from] }
        for k in 0..<rowCount { copy.slot(slotCount + k)[index] = row(k)[from] }
      }
      if let pass {
        let own = UpdatePass(
          known: pass.pointee.known,
          totals: pass.pointee.totals,
          rows: copy.slot(slotCount),
          stride: lanes
        )
        withUnsafePointer(to: own) { own in
          copy.pass = own
          body(copy)
        }
      } else {
        body(copy)
      }
      for index in 0..<count {
        parameters[index] = memory[index]
        for k in 0..<slotCount { slot(k)[index] = copy.slot(k)[index] }
        for k in 0..<rowCount { row(k)[index] = copy.slot(slotCount + k)[index] }
      }
    }
  }
}
