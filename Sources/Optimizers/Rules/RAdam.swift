public import Arithmetic

/// RAdam: Adam that waits with dividing until the second moment can be trusted, and scales by how
/// far.
///
///     v = beta1*v + (1 - beta1)*g
///     s = beta2*s + (1 - beta2)*g^2
///     v_hat = v / (1 - beta1^t)
///     s_hat = s / (1 - beta2^t)
///     rho_inf = 2 / (1 - beta2) - 1
///     rho = rho_inf - 2*t*beta2^t / (1 - beta2^t)
///     r = sqrt((rho - 4)*(rho - 2)*rho_inf / ((rho_inf - 4)*(rho_inf - 2)*rho))
///     w = w - alpha*where(rho > 4, r*v_hat / (sqrt(s_hat) + eps), v_hat)
///
/// The threshold is 4 in the paper, 5 in PyTorch, 5 or more in Optax; PyTorch adds epsilon to the
/// root of the raw `s`. The first steps (five with the usual `beta2`) are momentum with the full
/// `alpha`: a learning rate that suits Adam can be far too large there. Keras has no RAdam.
///
/// ```swift
/// let rule = try RAdam<Double>(alpha: 0.25)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [2], state: &state)
/// w  // [0.5]: the first step is plain gradient descent
/// ```
///
/// Source: Liu et al. 2020.
public struct RAdam<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let beta1: Scalar
  private let beta2: Scalar
  private let epsilon: Scalar
  private let weightDecay: Scalar

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0.
  ///   - beta1: weight of the past in the average of the gradient, at least 0 and below 1.
  ///   - beta2: weight of the past in the average of its square, at least 0 and below 1.
  ///   - epsilon: 0 or more.
  ///   - weightDecay: 0 or more.
  ///   - dialect: whose way of writing the rule.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta1: Double? = nil,
    beta2: Double? = nil,
    epsilon: Double? = nil,
    weightDecay: Double? = nil,
    dialect: Dialect? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .radam,
        dialect: dialect,
        given: [
          "alpha": alpha,
          "beta1": beta1,
          "beta2": beta2,
          "eps": epsilon,
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
    epsilon = try settings.scalar("eps")
    weightDecay = try settings.scalar("weight_decay")
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] { [OptimizerSlot("v"), OptimizerSlot("s")] }
  /// How many slots hold a number for each parameter.
  @inlinable
  public var slotCount: Int { 2 }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    let w = arrays.parameters
    let g = arrays.gradients
    let decay = weightDecay
    if decay == 0 {
      step(arrays, t, alpha, gradient: { g[$0] })
    } else {
      step(arrays, t, alpha, gradient: { g[$0] + decay * w[$0] })
    }
  }

  /// How far the second moment can be trusted; nil while it cannot.
  private func rectification(_ t: Scalar, power: Scalar, second: Scalar) -> Scalar? {
    let limit = 2 / (1 - beta2) - 1
    let length = limit - 2 * t * power / second
    let isTrusted: Bool
    switch settings.dialect {
    case .pytorch: isTrusted = length > 5
    case .optax: isTrusted = length >= 5
    case .lecture, .paper, .keras: isTrusted = length > 4
    }
    guard isTrusted else { return nil }
    return Scalar.root(
      (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
    )
  }

  @inline(__always)
  private func step(
    _ arrays: UpdateArrays<Scalar>,
    _ t: Int,
    _ alpha: Scalar,
    gradient: (Int) -> Scalar
  ) {
    let power = Scalar.power(beta2, Scalar(t))
    let first = 1 - Scalar.power(beta1, Scalar(t))
    let second = 1 - power
    let epsilon = epsilon
    guard let factor = rectification(Scalar(t), power: power, second: second) else {
      return step(arrays, alpha, gradient: gradient) { v, s in v / first }
    }
    if settings.dialect == .pytorch {
      let root = Scalar.root(second)
      step(arrays, alpha, gradient: gradient) { v, s in
        factor * (v / first) * root / (Scalar.root(s) + epsilon)
      }
    } else {
      step(arrays, alpha, gradient: gradient) { v, s in
        factor * (v / first) / (Scalar.root(s / second) + epsilon)
      }
    }
  }

  @inline(__always)
  private func step(
    _ arrays: UpdateArrays<Scalar>,
    _ alpha: Scalar,
    gradient: (Int) -> Scalar,
    direction: (Scalar, Scalar) -> Scalar
  ) {
    let w = arrays.parameters
    let v = arrays.slot(0)
    let s = arrays.slot(1)
    let (beta1, intake, beta2, squareIntake) = (beta1, 1 - beta1, beta2, 1 - beta2)
    for i in 0..<arrays.count {
      let slope = gradient(i)
      let mean = beta1 * v[i] + intake * slope
      let square = beta2 * s[i] + squareIntake * (slope * slope)
      v[i] = mean
      s[i] = square
      w[i] = w[i] - alpha * direction(mean, square)
    }
  }
}
