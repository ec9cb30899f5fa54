public import Arithmetic

/// What an optimizer holds between updates: `t` and its slots, for one array of parameters.
///
/// A state is a value: a copy is a checkpoint, and going on from it gives the same bits. Make one
/// with ``UpdateRule/state(count:)`` for each array that is updated apart from the others, such as
/// the lecture's `W` and `b`. All slots lie in one array, so a checkpoint is one copy.
///
/// ```swift
/// let adam = try Adam<Double>(alpha: 0.1)
/// var x = [-5.0, 2.0]
/// var state = adam.state(count: 2)
/// try adam.step(&x, gradient: [-10, 40], state: &state)
/// state.t     // 1
/// state["v"]  // [-1, 4], rounded
/// ```
public struct OptimizerState<Scalar: Real>: Equatable, Sendable {
  /// How many updates have been made.
  @usableFromInline package var time: Int

  /// How many parameters the state is for.
  public let count: Int

  /// The slots in the order of ``values``.
  public let slots: [OptimizerSlot<Scalar>]

  /// The slots one after the other, `count` numbers each; then the scalar slots.
  @usableFromInline package var storage: [Scalar]

  init(slots: [OptimizerSlot<Scalar>], count: Int) {
    self.time = 0
    self.count = count
    self.slots = slots
    self.storage = []
    for slot in slots {
      storage.append(contentsOf: repeatElement(slot.initial, count: slot.isScalar ? 1 : count))
    }
  }

  /// How many updates have been made; 0 before the first.
  public var t: Int { time }

  /// Counts one more update; a restored count may be the last there is, and stays that.
  @inlinable
  package mutating func countUpdate() -> Int {
    time = time == .max ? time : time + 1
    return time
  }

  /// The numbers of a slot by its name; nil if the rule has no such slot.
  public subscript(_ name: String) -> [Scalar]? {
    guard let index = slots.firstIndex(where: { $0.name == name }) else { return nil }
    return Array(storage[range(index)])
  }

  /// The numbers of every slot, in the order of ``slots``: what to save, with ``t``.
  public var values: [[Scalar]] {
    slots.indices.map { Array(storage[range($0)]) }
  }

  /// Takes over saved numbers.
  ///
  /// - Throws: ``ShapeError`` when there are not as many as the rule needs.
  mutating func restore(t: Int, values: [[Scalar]]) throws(ShapeError) {
    guard t >= 0, values.count == slots.count else {
      throw .savedState(slots: values.count, expected: slots.count)
    }
    for (index, saved) in values.enumerated() where saved.count != range(index).count {
      throw .savedSlot(slots[index].name, count: saved.count, expected: range(index).count)
    }
    time = t
    storage = values.flatMap { $0 }
  }

  private func range(_ index: Int) -> Range<Int> {
    let elementwise = slots.firstIndex { $0.isScalar } ?? slots.count
    if index < elementwise { return index * count..<(index + 1) * count }
    let start = elementwise * count + index - elementwise
    return start..<start + 1
  }
}
