public import Arithmetic

/// Gradient descent: one step against the gradient.
///
///     w = w - alpha*g
///
/// With weight decay the gradient is `g + weight_decay*w`; the Keras dialect takes
/// `w*weight_decay*alpha` from the parameter first.
///
/// ```swift
/// let rule = try GradientDescent<Double>(alpha: 0.1)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [2], state: &state)
/// w  // [0.8]
/// ```
///
/// Source: the lecture, C2W2L01.
public struct GradientDescent<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let weightDecay: Scalar

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0.
  ///   - weightDecay: 0 or more.
  ///   - dialect: whose way of writing the rule.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    weightDecay: Double? = nil,
    dialect: Dialect? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .gd,
        dialect: dialect,
        given: [
          "alpha": alpha,
          "weight_decay": weightDecay,
        ]
      )
    )
  }

  /// The rule with these settings, which are those of this rule.
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    self.settings = settings
    alpha = try settings.scalar("alpha")
    weightDecay = try settings.scalar("weight_decay")
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] { [] }
  /// How many slots hold a number for each parameter.
  @inlinable
  public var slotCount: Int { 0 }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    let w = arrays.parameters
    let g = arrays.gradients
    let decay = weightDecay
    if decay == 0 {
      for i in 0..<arrays.count { w[i] = w[i] - alpha * g[i] }
    } else if settings.dialect == .keras {
      for i in 0..<arrays.count {
        let decayed = w[i] - w[i] * decay * alpha
        w[i] = decayed - alpha * g[i]
      }
    } else {
      for i in 0..<arrays.count { w[i] = w[i] - alpha * (g[i] + decay * w[i]) }
    }
  }
}
