public import Arithmetic

/// Lion: every parameter moves by `alpha`, in the direction of a mix of gradient and average.
///
///     direction = sign(beta1*v + (1 - beta1)*g)
///     v = beta2*v + (1 - beta2)*g
///     w = w - alpha*direction
///
/// With weight decay the step is `alpha*(direction + weight_decay*w)`. PyTorch has no Lion.
///
/// ```swift
/// let rule = try Lion<Double>(alpha: 0.25)
/// var w = [1.0, 1.0]
/// var state = rule.state(count: 2)
/// try rule.step(&w, gradient: [2, -1e-9], state: &state)
/// w  // [0.75, 1.25]
/// ```
///
/// Source: Chen et al. 2023.
public struct Lion<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let beta1: Scalar
  private let beta2: Scalar
  private let weightDecay: Scalar

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0: the size of every step.
  ///   - beta1: weight of the average in the direction, at least 0 and below 1.
  ///   - beta2: weight of the past in the average, at least 0 and below 1.
  ///   - weightDecay: 0 or more.
  ///   - dialect: whose way of writing the rule.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta1: Double? = nil,
    beta2: Double? = nil,
    weightDecay: Double? = nil,
    dialect: Dialect? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .lion,
        dialect: dialect,
        given: [
          "alpha": alpha,
          "beta1": beta1,
          "beta2": beta2,
          "weight_decay": weightDecay,
        ]
      )
    )
  }

  /// The rule with these settings, which are those of this rule.
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    self.settings = settings
    alpha = try settings.scalar("alpha")
    beta1 = try settings.scalar("beta1")
    beta2 = try settings.scalar("beta2")
    weightDecay = try settings.scalar("weight_decay")
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] { [OptimizerSlot("v")] }
  /// How many slots hold a number for each parameter.
  @inlinable
  public var slotCount: Int { 1 }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    let decay = weightDecay
    if decay == 0 {
      step(arrays) { old, direction in old - alpha * direction }
    } else if settings.dialect == .keras {
      step(arrays) { old, direction in old - old * decay * alpha - alpha * direction }
    } else {
      step(arrays) { old, direction in old - alpha * (direction + decay * old) }
    }
  }

  @inline(__always)
  private func step(_ arrays: UpdateArrays<Scalar>, change: (Scalar, Scalar) -> Scalar) {
    let w = arrays.parameters
    let g = arrays.gradients
    let v = arrays.slot(0)
    let (beta1, share, beta2, intake) = (beta1, 1 - beta1, beta2, 1 - beta2)
    for i in 0..<arrays.count {
      let mix = beta1 * v[i] + share * g[i]
      let direction: Scalar = mix > 0 ? 1 : mix < 0 ? -1 : mix
      v[i] = beta2 * v[i] + intake * g[i]
      w[i] = change(w[i], direction)
    }
  }
}
