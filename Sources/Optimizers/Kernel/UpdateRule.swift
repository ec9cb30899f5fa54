public import Arithmetic

/// A rule that changes parameters by their gradients: a plain value, with its state outside.
///
/// The hyperparameters are decided and checked when it is made. The operations and their order are
/// those of the rule sheet (`settings.sheet`), so the bits are the same; nothing is fused or
/// reordered, whatever the machine.
///
/// ```swift
/// let rule = try GradientDescent<Double>(alpha: 0.1)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [2], state: &state)
/// w  // [0.8]
/// ```
public protocol UpdateRule<Scalar>: Equatable, Sendable {
  /// The type of the parameters: `Float` or `Double`.
  associatedtype Scalar: Real

  /// The settings the rule was made from.
  var settings: RuleSettings { get }
  /// The learning rate.
  var alpha: Scalar { get }
  /// What the rule remembers between updates; scalar slots come last.
  var slots: [OptimizerSlot<Scalar>] { get }
  /// How many of the slots hold a number for each parameter.
  var slotCount: Int { get }
  /// How many of the slots hold one number for all.
  var scalarCount: Int { get }

  /// The rule with these settings.
  init(_ settings: RuleSettings) throws(HyperparameterError)

  /// Brings the scalar slots to update `t`; called once before ``update(_:t:alpha:)``.
  func advance(_ scalars: UnsafeMutablePointer<Scalar>, t: Int)

  /// Makes update `t` (1 at the first) with learning rate `alpha`, on all or on a part of the
  /// parameters. Never allocates.
  func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar)
}

extension UpdateRule {
  /// Most rules have no scalar slots.
  @inlinable
  public var scalarCount: Int { 0 }

  /// Nothing to do: most rules have no scalar slots.
  @inlinable
  public func advance(_ scalars: UnsafeMutablePointer<Scalar>, t: Int) {}

  /// The state before the first update of `count` parameters; `count` may be 0.
  public func state(count: Int) -> OptimizerState<Scalar> {
    OptimizerState(slots: slots, count: max(0, count))
  }

  /// A state saved before (``OptimizerState/t`` and ``OptimizerState/values``): going on from it
  /// gives the bits that going on without saving gives.
  ///
  /// - Throws: ``ShapeError`` when the numbers are not those of such a state.
  public func state(
    count: Int,
    t: Int,
    values: [[Scalar]]
  ) throws(ShapeError) -> OptimizerState<Scalar> {
    var state = state(count: count)
    try state.restore(t: t, values: values)
    return state
  }
}
