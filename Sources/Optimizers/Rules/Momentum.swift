public import Arithmetic

/// Gradient descent with momentum: the step follows an average of the gradients.
///
///     v = beta*v + (1 - beta)*g
///     w = w - alpha*v
///
/// That is the lecture's form. PyTorch and Optax leave the factor `1 - beta` out (`alpha` is then
/// `1 / (1 - beta)` times as large for the same way down); Keras and the paper keep the velocity
/// `v = beta*v - alpha*g`, `w = w + v`.
///
/// ```swift
/// let rule = try Momentum<Double>(alpha: 0.1, beta: 0.5)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [2], state: &state)
/// w  // [0.9]
/// ```
///
/// Source: the lecture, C2W2L06; Polyak 1964; Nesterov's form after Sutskever et al. 2013.
public struct Momentum<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let beta: Scalar
  private let weightDecay: Scalar
  /// What the gradient enters the average with.
  private let intake: Scalar
  /// What the gradient enters Nesterov's step with.
  private let lookahead: Scalar
  private let isNesterov: Bool
  private let isCorrected: Bool
  private let isVelocity: Bool
  private let startsFromGradient: Bool

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0.
  ///   - beta: the weight of the past, at least 0 and below 1.
  ///   - dampening: what is taken from the gradient's weight 1, from 0 to 1; left out it is `beta` in
  ///     the lecture's dialect and 0 in PyTorch's. Other dialects have none.
  ///   - nesterov: whether to step along the average as it will be.
  ///   - corrected: whether to divide by `1 - beta^t`; the lecture's dialect only.
  ///   - weightDecay: 0 or more.
  ///   - dialect: whose way of writing the rule.
  ///   - bug: a famous mistake, made on purpose.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta: Double? = nil,
    dampening: Double? = nil,
    nesterov: Bool? = nil,
    corrected: Bool? = nil,
    weightDecay: Double? = nil,
    dialect: Dialect? = nil,
    bug: FamousBug? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .momentum,
        dialect: dialect,
        bug: bug,
        given: [
          "alpha": alpha,
          "beta": beta,
          "dampening": dampening,
          "nesterov": nesterov.map { $0 ? 1 : 0 },
          "corrected": corrected.map { $0 ? 1 : 0 },
          "weight_decay": weightDecay,
        ]
      )
    )
  }

  /// The rule with these settings, which are those of this rule.
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    self.settings = settings
    alpha = try settings.scalar("alpha")
    beta = try settings.scalar("beta")
    weightDecay = try settings.scalar("weight_decay")
    let dampening: Scalar = try settings.scalar("dampening")
    switch settings.dialect {
    case .lecture:
      let isLeftOut = settings["dampening"] == nil
      intake = settings.bug == .undamped ? 1 : isLeftOut ? 1 - beta : 1 - dampening
    case .pytorch: intake = 1 - dampening
    case .optax, .keras, .paper: intake = 1
    }
    lookahead = settings.dialect == .lecture ? intake : 1
    isNesterov = settings.isOn("nesterov")
    isCorrected = settings.isOn("corrected")
    isVelocity = settings.dialect == .keras || settings.dialect == .paper
    startsFromGradient = settings.dialect == .pytorch && dampening != 0
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
    decayed(arrays, by: weightDecay, alpha: alpha) { gradient, parameter in
      if isVelocity {
        velocity(arrays, alpha: alpha, gradient: gradient, parameter: parameter)
      } else {
        average(arrays, t: t, alpha: alpha, gradient: gradient)
      }
    }
  }

  @inline(__always)
  private func average(
    _ arrays: UpdateArrays<Scalar>,
    t: Int,
    alpha: Scalar,
    gradient: (Int) -> Scalar
  ) {
    let w = arrays.parameters
    let v = arrays.slot(0)
    let (beta, lookahead) = (beta, lookahead)
    // PyTorch's first average is the gradient itself, dampening or not.
    let isFirst = startsFromGradient && t == 1
    let intake = intake
    let isNesterov = isNesterov
    if !isFirst, !isNesterov, !isCorrected {
      for i in 0..<arrays.count {
        let now = beta * v[i] + intake * gradient(i)
        v[i] = now
        w[i] = w[i] - alpha * now
      }
      return
    }
    let correction: Scalar = isCorrected ? 1 - Scalar.power(beta, Scalar(t)) : 1
    for i in 0..<arrays.count {
      let slope = gradient(i)
      let now = isFirst ? slope : beta * v[i] + intake * slope
      v[i] = now
      let average = now / correction
      let step = isNesterov ? beta * average + lookahead * slope : average
      w[i] = w[i] - alpha * step
    }
  }

  @inline(__always)
  private func velocity(
    _ arrays: UpdateArrays<Scalar>,
    alpha: Scalar,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar
  ) {
    let w = arrays.parameters
    let v = arrays.slot(0)
    let beta = beta
    let isNesterov = isNesterov
    for i in 0..<arrays.count {
      let change = alpha * gradient(i)
      let old = parameter(i)
      let now = beta * v[i] - change
      v[i] = now
      w[i] = old + (isNesterov ? beta * now - change : now)
    }
  }
}
