public import Arithmetic

/// The storage one update works on: parameters, their gradients and the rule's slots.
///
/// A part of the arrays is again such a value (``part(_:)``), since no rule looks at a neighbour.
public struct UpdateArrays<Scalar: Real> {
  /// The parameters, changed in place.
  public let parameters: UnsafeMutablePointer<Scalar>
  /// Their gradients.
  public let gradients: UnsafePointer<Scalar>
  /// How many parameters.
  public let count: Int
  /// The scalar slots.
  public let scalars: UnsafeMutablePointer<Scalar>

  @usableFromInline let firstSlot: UnsafeMutablePointer<Scalar>
  @usableFromInline let stride: Int

  /// - Parameters:
  ///   - firstSlot: the first number of the first slot.
  ///   - stride: how far the next slot lies behind it.
  @inlinable
  public init(
    parameters: UnsafeMutablePointer<Scalar>,
    gradients: UnsafePointer<Scalar>,
    count: Int,
    firstSlot: UnsafeMutablePointer<Scalar>,
    stride: Int,
    scalars: UnsafeMutablePointer<Scalar>
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
    UpdateArrays(
      parameters: parameters + range.lowerBound,
      gradients: gradients + range.lowerBound,
      count: range.count,
      firstSlot: firstSlot + range.lowerBound,
      stride: stride,
      scalars: scalars
    )
  }
}
