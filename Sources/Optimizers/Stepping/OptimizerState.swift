/// What an optimizer holds between updates: `t` and its slots, for one array of parameters.
///
/// A state is a value: a copy is a checkpoint, and going on from it gives the same bits. Make one
/// with ``Optimizer/state(count:)`` for each array that is updated apart from the others, such as
/// the lecture's `W` and `b`; or one for all that are updated together. All slots lie in one array,
/// so a checkpoint is one copy. A state knows its rule, refuses another's, and is `Codable`.
///
/// ```swift
/// let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
/// var x = [-5.0, 2.0]
/// var state = adam.state(count: 2)
/// try adam.step(&x, gradient: [-10, 40], state: &state)
/// state.t     // 1
/// state["v"]  // [-1, 4], rounded
/// ```
public struct OptimizerState<Scalar: OptimizerScalar>: Equatable, Sendable {
  /// How many updates have been made.
  @usableFromInline var time: Int

  /// How many parameters the state is for.
  public internal(set) var count: Int

  /// Whose state it is.
  @usableFromInline var identity: RuleIdentity

  /// The slots in the order of ``values``.
  public var slots: [OptimizerSlot] { identity.slots }

  /// The rule it belongs to: `adam`, or the type's name of a rule of your own.
  public var rule: String { identity.rule }

  /// The settings of its last update, or those it was made with; nil for a rule of your own.
  public var settings: RuleSettings? { identity.settings }

  /// The slots of each parameter one after the other, `count` numbers each.
  @usableFromInline var storage: [Scalar]

  /// The slots that all parameters share, in double precision.
  @usableFromInline var scalars: [Double]

  init(_ identity: RuleIdentity, count: Int) {
    time = 0
    self.count = count
    self.identity = identity
    storage = []
    scalars = []
    for slot in identity.slots {
      if slot.isScalar {
        scalars.append(slot.initial)
      } else {
        storage.append(contentsOf: repeatElement(Scalar(slot.initial), count: count))
      }
    }
  }

  /// How many updates have been made; 0 before the first.
  public var t: Int { time }

  /// Counts one more update; a restored count may be the last there is, and stays that.
  @inlinable
  mutating func countUpdate() -> Int {
    time = time == .max ? time : time + 1
    return time
  }

  /// The numbers of a slot by its name; nil if the rule has no such slot.
  public subscript(_ name: String) -> [Scalar]? {
    guard let index = slots.firstIndex(where: { $0.name == name }) else { return nil }
    return isShared(index) ? [Scalar(scalars[shared(index)])] : Array(storage[range(index)])
  }

  /// The numbers of every slot, in the order of ``slots``: what to save, with ``t``.
  public var values: [[Double]] {
    slots.indices.map {
      isShared($0) ? [scalars[shared($0)]] : storage[range($0)].map { Double($0) }
    }
  }

  /// Takes over saved numbers.
  ///
  /// - Throws: ``ShapeError`` when there are not as many as the rule needs.
  mutating func restore(t: Int, values: [[Double]]) throws(ShapeError) {
    let slots = slots
    guard t >= 0, values.count == slots.count else {
      throw .savedState(slots: values.count, expected: slots.count)
    }
    for (index, saved) in values.enumerated() {
      let expected = isShared(index) ? 1 : count
      guard saved.count == expected else {
        throw .savedSlot(slots[index].name, count: saved.count, expected: expected)
      }
    }
    time = t
    let elementwise = slots.count - scalars.count
    storage = values[..<elementwise].flatMap { $0.map { Scalar($0) } }
    scalars = values[elementwise...].flatMap { $0 }
  }

  private func isShared(_ index: Int) -> Bool { slots[index].isScalar }
  private func shared(_ index: Int) -> Int { index - (slots.count - scalars.count) }
  private func range(_ index: Int) -> Range<Int> { index * count..<(index + 1) * count }
}

extension OptimizerState: CustomStringConvertible {
  /// Rule, count of updates and of parameters: "adam after 3 updates of 2 parameters".
  public var description: String {
    "\(identity.title) after \(t) update\(t == 1 ? "" : "s") of \(count) "
      + "parameter\(count == 1 ? "" : "s")"
  }
}

extension Optimizer {
  /// The state before the first update of `count` parameters; `count` may be 0.
  public func state(count: Int) -> OptimizerState<Scalar> {
    OptimizerState(identity, count: max(0, count))
  }

  /// The state before the first update of these arrays.
  public func state(for parameters: [[Scalar]]) -> OptimizerState<Scalar> {
    state(count: parameters.reduce(0) { $0 + $1.count })
  }

  /// A state saved before (``OptimizerState/t`` and ``OptimizerState/values``): going on from it
  /// gives the bits that going on without saving gives.
  ///
  /// - Throws: ``ShapeError`` when the numbers are not those of such a state.
  public func state(
    count: Int,
    t: Int,
    values: [[Double]]
  ) throws(ShapeError) -> OptimizerState<Scalar> {
    var state = state(count: count)
    try state.restore(t: t, values: values)
    return state
  }
}
