/// Arrays of parameters that are updated alike: the weights of a model, say, beside its biases, which
/// have settings of their own.
///
/// ```swift
/// let adamw = try RuleSettings(.adamw, ["alpha": 0.1, "weight_decay": 0.5])
/// var groups = [
///   ParameterGroup([[1.0, 2.0], [3.0]], try Optimizer(adamw)),
///   ParameterGroup([[4.0]], try Optimizer(adamw.setting("weight_decay", to: 0))),
/// ]
/// try groups.step(gradients: [[[1, 1], [1]], [[1]]])
/// try groups[1].step(gradients: [[1]])
/// ```
///
/// Parameters and state lie in one value, so that a step is one change of it. Where yours lie in a
/// type of your own, beside each other, let a `mutating` method of that type make the step: Swift
/// refuses `step(&layers[i].w, gradient: layers[i].g, state: &layers[i].state)` from outside, since it
/// changes `layers` in two places at a time.
public struct ParameterGroup<Scalar: OptimizerScalar>: Sendable {
  /// The parameters, as many arrays as you like.
  public var parameters: [[Scalar]]
  /// What updates them; another one takes over if it is of the same rule.
  public var optimizer: Optimizer<Scalar>
  /// What the optimizer remembers of all of them, to be saved with the parameters.
  public var state: OptimizerState<Scalar>

  /// Parameters before their first update.
  public init(_ parameters: [[Scalar]], _ optimizer: Optimizer<Scalar>) {
    self.parameters = parameters
    self.optimizer = optimizer
    state = optimizer.state(for: parameters)
  }

  /// Makes one update.
  ///
  /// - Parameters:
  ///   - gradients: one array for each array of parameters.
  ///   - alpha: the learning rate of this update; left out, it is the schedule's or the optimizer's.
  /// - Throws: ``ShapeError`` when the counts differ; nothing has been changed then.
  @inlinable
  public mutating func step(
    gradients: [[Scalar]],
    alpha: Double? = nil
  ) throws(ShapeError) {
    try optimizer.step(&parameters, gradient: gradients, state: &state, alpha: alpha)
  }
}

extension Array {
  /// Makes one update of every group.
  ///
  /// - Parameter gradients: for each group, one array for each of its arrays.
  /// - Throws: ``ShapeError`` when the counts differ; no group has been changed then.
  @inlinable
  public mutating func step<Scalar: OptimizerScalar>(
    gradients: [[[Scalar]]]
  ) throws(ShapeError) where Element == ParameterGroup<Scalar> {
    guard gradients.count == count else {
      throw .gradientArrays(count: gradients.count, parameters: count)
    }
    for index in indices {
      try self[index].optimizer.check(
        self[index].parameters,
        gradients[index],
        self[index].state
      )
    }
    for index in indices { try self[index].step(gradients: gradients[index]) }
  }
}
