/// One place of an update on numbers: as many neighbours as a vector holds.
public struct LanesParameter<V: Vector>: Parameter {
  /// Where the numbers of a slot begin.
  public typealias Slot = UnsafeMutablePointer<V.Scalar>

  /// The parameters.
  public var w: Lanes<V>
  /// Their gradients.
  public let g: Lanes<V>
  /// Where a step waits.
  public let waiting: Slot?
  @usableFromInline let index: Int

  @inlinable @inline(__always)
  init(_ w: V, _ g: V, _ index: Int, _ waiting: Slot?) {
    self.w = Lanes(w)
    self.g = Lanes(g)
    self.index = index
    self.waiting = waiting
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
  @usableFromInline var passingCount = 0
  /// How many totals were known before this pass.
  @usableFromInline let known: Int
  @usableFromInline var totalCount = 0
  @usableFromInline var gradients: UnsafePointer<V.Scalar>
  /// Where steps wait.
  public var waiting: P.Slot?

  @inlinable @inline(__always)
  init(_ arrays: UpdateArrays<V.Scalar>, t: Double, alpha: Double) {
    self.arrays = arrays
    gradients = arrays.gradients
    known = arrays.pass?.pointee.known ?? 0
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

  /// The loop, in the pass that has all totals before it.
  @inlinable @inline(__always)
  public func each(_ body: (inout P) -> Void) {
    if totalCount != known { return }
    let w = arrays.parameters
    let g = gradients
    let waiting = waiting
    var index = 0
    while index < arrays.count {
      var place = P(V(at: UnsafePointer(w + index)), V(at: g + index), index, waiting)
      body(&place)
      place.w.v.store(at: w + index)
      index += V.lanes
    }
  }

  /// The next of what is kept until the end.
  @inlinable @inline(__always)
  public mutating func passing(_ name: StaticString) -> P.Slot {
    passingCount += 1
    return arrays.row(passingCount)
  }

  /// The total as the passes before have found it; in its own pass what it is made of is put
  /// together.
  @inlinable @inline(__always)
  public mutating func total(
    _ kind: Total,
    _ name: StaticString,
    over scope: TotalScope,
    _ value: (P) -> P.N
  ) -> Double {
    totalCount += 1
    guard let pass = arrays.pass, totalCount <= known + 1 else { return 1 }
    if totalCount <= known { return pass.pointee.totals[totalCount - 1] }
    put(at: arrays.row(0), value)
    return 1
  }

  /// Puts the new gradients where what follows finds them.
  @inlinable @inline(__always)
  public mutating func takeGradient(_ gradient: (P) -> P.N) {
    let taken = passing("g")
    if totalCount == known { put(at: taken, gradient) }
    gradients = UnsafePointer(taken)
  }

  @inlinable @inline(__always)
  func put(at target: UnsafeMutablePointer<V.Scalar>, _ value: (P) -> P.N) {
    let w = arrays.parameters
    var index = 0
    while index < arrays.count {
      let place = P(V(at: UnsafePointer(w + index)), V(at: gradients + index), index, nil)
      value(place).v.store(at: target + index)
      index += V.lanes
    }
  }
}
