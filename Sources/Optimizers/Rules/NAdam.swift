public import Arithmetic

/// NAdam: Adam with Nesterov's look ahead, and a momentum that grows over the first steps.
///
///     mu = beta1*(1 - 0.5*0.96^(t*momentum_decay))
///     mu_next = beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))
///     product = product*mu                             (begins with 1)
///     v = beta1*v + (1 - beta1)*g
///     s = beta2*s + (1 - beta2)*g^2
///     v_hat = mu_next*v / (1 - product*mu_next) + (1 - mu)*g / (1 - product)
///     s_hat = s / (1 - beta2^t)
///     w = w - alpha*v_hat / (sqrt(s_hat) + eps)
///
/// Optax has no schedule of momentum: `mu` is `beta1` there. Keras has `momentum_decay` 1.
///
/// ```swift
/// let rule = try NAdam<Double>(alpha: 0.1)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [2], state: &state)
/// w  // about [0.894]
/// ```
///
/// Source: Dozat 2016.
public struct NAdam<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let beta1: Scalar
  private let beta2: Scalar
  private let epsilon: Scalar
  private let weightDecay: Scalar
  private let momentumDecay: Scalar

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0.
  ///   - beta1: weight of the past in the average of the gradient, at least 0 and below 1.
  ///   - beta2: weight of the past in the average of its square, at least 0 and below 1.
  ///   - epsilon: 0 or more.
  ///   - weightDecay: 0 or more.
  ///   - momentumDecay: how fast momentum grows, 0 or more; not in Optax.
  ///   - dialect: whose way of writing the rule.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta1: Double? = nil,
    beta2: Double? = nil,
    epsilon: Double? = nil,
    weightDecay: Double? = nil,
    momentumDecay: Double? = nil,
    dialect: Dialect? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .nadam,
        dialect: dialect,
        given: [
          "alpha": alpha,
          "beta1": beta1,
          "beta2": beta2,
          "eps": epsilon,
          "weight_decay": weightDecay,
          "momentum_decay": momentumDecay,
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
    momentumDecay = try settings.scalar("momentum_decay")
    scalarCount = settings.dialect == .optax ? 0 : 1
  }

  private var hasSchedule: Bool { scalarCount == 1 }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] {
    let moments: [OptimizerSlot<Scalar>] = [OptimizerSlot("v"), OptimizerSlot("s")]
    guard hasSchedule else { return moments }
    return moments + [OptimizerSlot("product", initial: 1, isScalar: true)]
  }

  /// How many slots hold a number for each parameter.
  @inlinable
  public var slotCount: Int { 2 }
  /// How many slots hold one number for all parameters.
  public let scalarCount: Int

  /// Momentum at update `count`.
  private func momentum(_ count: Scalar) -> Scalar {
    beta1 * (1 - 0.5 * Scalar.power(0.96, count * momentumDecay))
  }

  /// Brings the scalar slots to update `t`.
  public func advance(_ scalars: UnsafeMutablePointer<Scalar>, t: Int) {
    if hasSchedule { scalars[0] = scalars[0] * momentum(Scalar(t)) }
  }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    decayed(arrays, by: weightDecay, alpha: alpha) { gradient, parameter in
      step(arrays, t, alpha, gradient: gradient, parameter: parameter)
    }
  }

  @inline(__always)
  private func step(
    _ arrays: UpdateArrays<Scalar>,
    _ t: Int,
    _ alpha: Scalar,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar
  ) {
    let w = arrays.parameters
    let v = arrays.slot(0)
    let s = arrays.slot(1)
    let (beta1, intake, beta2, squareIntake) = (beta1, 1 - beta1, beta2, 1 - beta2)
    let epsilon = epsilon
    let count = Scalar(t)
    let second = 1 - Scalar.power(beta2, count)
    let (next, share, first, below): (Scalar, Scalar, Scalar, Scalar)
    if hasSchedule {
      let product = arrays.scalars[0]
      next = momentum(count + 1)
      share = 1 - momentum(count)
      first = 1 - product * next
      below = 1 - product
    } else {
      next = beta1
      share = intake
      first = 1 - Scalar.power(beta1, count + 1)
      below = 1 - Scalar.power(beta1, count)
    }
    for i in 0..<arrays.count {
      let slope = gradient(i)
      let mean = beta1 * v[i] + intake * slope
      let square = beta2 * s[i] + squareIntake * (slope * slope)
      v[i] = mean
      s[i] = square
      let ahead = next * mean / first + share * slope / below
      w[i] = parameter(i) - alpha * ahead / (Scalar.root(square / second) + epsilon)
    }
  }
}
