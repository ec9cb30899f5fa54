/// One place of an update on numbers: as many neighbours as a vector holds.
public struct LanesParameter<V: Vector>: Parameter {
  /// Where the numbers of a slot begin.
  public typealias Slot = UnsafeMutablePointer<V.Scalar>

  /// The parameters.
  public var w: Lanes<V>
  /// Their gradients.
  public let g: Lanes<V>
  @usableFromInline let index: Int

  @inlinable @inline(__always)
  init(_ w: V, _ g: V, _ index: Int) {
    self.w = Lanes(w)
    self.g = Lanes(g)
    self.index = index
  }

  /// What a slot holds.
  @inlinable @inline(__always)
  public subscript(_ slot: Slot) -> Lanes<V> { Lanes(V(at: slot + index)) }

  /// Names are of no use here.
  @inlinable @inline(__always)
  public func line(_ name: StaticString, _ value: Lanes<V>) -> Lanes<V> { value }

  /// Puts a number into its slot.
  @inlinable @inline(__always) @discardableResult
  public mutating func keep(_ slot: Slot, _ value: Lanes<V>) -> Lanes<V> {
    value.v.store(at: slot + index)
    return value
  }
}

/// An update on numbers, of arrays whose length is a multiple of the vector's.
public struct LanesUpdate<V: Vector>: Update where V.Scalar: OptimizerScalar {
  /// Constants are in double precision.
  public typealias C = Double
  /// The places are vectors.
  public typealias P = LanesParameter<V>

  @usableFromInline let arrays: UpdateArrays<V.Scalar>
  /// The number of the update.
  public let t: Double
  /// The learning rate.
  public let alpha: Double
  @usableFromInline var slotCount = 0
  @usableFromInline var sharedCount = 0

  @inlinable @inline(__always)
  init(_ arrays: UpdateArrays<V.Scalar>, t: Double, alpha: Double) {
    self.arrays = arrays
    self.t = t
    self.alpha = alpha
  }

  /// The setting's value.
  @inlinable @inline(__always)
  public subscript(_ setting: Setting) -> Double { setting.value }

  /// The setting's value to a power.
  @inlinable @inline(__always)
  public func power(_ base: Setting, _ exponent: Double) -> Double { base.raised(to: exponent) }

  /// The next slot.
  @inlinable @inline(__always)
  public mutating func slot(_ name: StaticString, initial: Double) -> P.Slot {
    slotCount += 1
    return arrays.slot(slotCount - 1)
  }

  /// The next shared slot.
  ///
  /// Parts of an update run at the same time, so none brings it forward:
  /// ``Outline`` has done that before.
  @inlinable @inline(__always)
  public mutating func shared(
    _ name: StaticString,
    initial: Double,
    _ next: (Double) -> Double
  ) -> Double {
    sharedCount += 1
    return arrays.scalars?[sharedCount - 1] ?? initial
  }

  /// Names are of no use here.
  @inlinable @inline(__always)
  public func line(_ name: StaticString, _ value: Double) -> Double { value }

  /// The loop.
  @inlinable @inline(__always)
  public func each(_ body: (inout P) -> Void) {
    let w = arrays.parameters
    let g = arrays.gradients
    var index = 0
    while index < arrays.count {
      var place = P(V(at: UnsafePointer(w + index)), V(at: g + index), index)
      body(&place)
      place.w.v.store(at: w + index)
      index += V.lanes
    }
  }
}
