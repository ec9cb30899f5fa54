public import Arithmetic

/// AdaDelta: RMSProp whose step has the size of the steps before, so that no learning rate is
/// needed.
///
///     s = beta*s + (1 - beta)*g^2
///     delta = sqrt(u + eps) / sqrt(s + eps) * g
///     u = beta*u + (1 - beta)*delta^2
///     w = w - alpha*delta
///
/// ```swift
/// let rule = try AdaDelta<Double>(beta: 0, epsilon: 1)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [0.75], state: &state)
/// w  // [0.4], rounded
/// ```
///
/// Source: Zeiler 2012, who has no `alpha` (it is 1 here) and `beta` 0.95 in his examples.
public struct AdaDelta<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let beta: Scalar
  private let epsilon: Scalar

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: what scales the step, above 0; 1 is the paper's rule.
  ///   - beta: the weight of the past, at least 0 and below 1.
  ///   - epsilon: 0 or more; with 0 nothing ever moves.
  ///   - dialect: whose way of writing the rule.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta: Double? = nil,
    epsilon: Double? = nil,
    dialect: Dialect? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .adadelta,
        dialect: dialect,
        given: [
          "alpha": alpha,
          "beta": beta,
          "eps": epsilon,
        ]
      )
    )
  }

  /// The rule with these settings, which are those of this rule.
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    self.settings = settings
    alpha = try settings.scalar("alpha")
    beta = try settings.scalar("beta")
    epsilon = try settings.scalar("eps")
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] { [OptimizerSlot("s"), OptimizerSlot("u")] }
  /// How many slots hold a number for each parameter.
  @inlinable
  public var slotCount: Int { 2 }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    let w = arrays.parameters
    let g = arrays.gradients
    let s = arrays.slot(0)
    let u = arrays.slot(1)
    let (beta, intake, epsilon) = (beta, 1 - beta, epsilon)
    if settings.dialect == .pytorch {
      for i in 0..<arrays.count {
        let square = beta * s[i] + intake * g[i] * g[i]
        let delta = Scalar.root(u[i] + epsilon) / Scalar.root(square + epsilon) * g[i]
        s[i] = square
        u[i] = beta * u[i] + intake * delta * delta
        w[i] = w[i] - alpha * delta
      }
    } else {
      for i in 0..<arrays.count {
        let square = beta * s[i] + intake * (g[i] * g[i])
        let delta = Scalar.root(u[i] + epsilon) / Scalar.root(square + epsilon) * g[i]
        s[i] = square
        u[i] = beta * u[i] + intake * (delta * delta)
        w[i] = w[i] - alpha * delta
      }
    }
  }
}
