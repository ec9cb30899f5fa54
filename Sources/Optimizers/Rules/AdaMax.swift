public import Arithmetic

/// AdaMax: Adam with the largest recent gradient in place of the root of the averaged square.
///
///     v = beta1*v + (1 - beta1)*g
///     u = max(beta2*u, abs(g))
///     w = w - alpha / (1 - beta1^t)*v / (u + eps)
///
/// The paper has no epsilon; Keras has it where it stands here, PyTorch and Optax write
/// `u = max(beta2*u, abs(g) + eps)` and divide by `u`.
///
/// ```swift
/// let rule = try AdaMax<Double>(alpha: 0.125, epsilon: 0)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [2], state: &state)
/// w  // [0.875]
/// ```
///
/// Source: Kingma and Ba 2015, algorithm 2.
public struct AdaMax<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let beta1: Scalar
  private let beta2: Scalar
  private let epsilon: Scalar
  private let weightDecay: Scalar
  private let isCorrected: Bool

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0.
  ///   - beta1: weight of the past in the average of the gradient, at least 0 and below 1.
  ///   - beta2: what the largest gradient is multiplied by each step, at least 0 and below 1.
  ///   - epsilon: 0 or more.
  ///   - weightDecay: 0 or more.
  ///   - corrected: whether the average is corrected for its start at 0.
  ///   - dialect: whose way of writing the rule.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta1: Double? = nil,
    beta2: Double? = nil,
    epsilon: Double? = nil,
    weightDecay: Double? = nil,
    corrected: Bool? = nil,
    dialect: Dialect? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .adamax,
        dialect: dialect,
        given: [
          "alpha": alpha,
          "beta1": beta1,
          "beta2": beta2,
          "eps": epsilon,
          "weight_decay": weightDecay,
          "corrected": corrected.map { $0 ? 1 : 0 },
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
    epsilon = try settings.scalar("eps")
    weightDecay = try settings.scalar("weight_decay")
    isCorrected = settings.isOn("corrected")
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] { [OptimizerSlot("v"), OptimizerSlot("u")] }
  /// How many slots hold a number for each parameter.
  @inlinable
  public var slotCount: Int { 2 }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    let rate = isCorrected ? alpha / (1 - Scalar.power(beta1, Scalar(t))) : alpha
    decayed(arrays, by: weightDecay, alpha: alpha) { gradient, parameter in
      step(arrays, rate, gradient: gradient, parameter: parameter)
    }
  }

  @inline(__always)
  private func step(
    _ arrays: UpdateArrays<Scalar>,
    _ rate: Scalar,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar
  ) {
    let w = arrays.parameters
    let v = arrays.slot(0)
    let u = arrays.slot(1)
    let (beta1, intake, beta2, epsilon) = (beta1, 1 - beta1, beta2, epsilon)
    if settings.dialect == .pytorch {
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let mean = v[i] + intake * (slope - v[i])
        let top = Adam.larger(beta2 * u[i], abs(slope) + epsilon)
        v[i] = mean
        u[i] = top
        w[i] = parameter(i) - rate * mean / top
      }
    } else if settings.dialect == .optax {
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let mean = beta1 * v[i] + intake * slope
        let top = Adam.larger(beta2 * u[i], abs(slope) + epsilon)
        v[i] = mean
        u[i] = top
        w[i] = parameter(i) - rate * mean / top
      }
    } else {
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let mean = beta1 * v[i] + intake * slope
        let top = Adam.larger(beta2 * u[i], abs(slope))
        v[i] = mean
        u[i] = top
        w[i] = parameter(i) - rate * mean / (top + epsilon)
      }
    }
  }
}
