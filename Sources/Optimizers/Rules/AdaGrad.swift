public import Arithmetic

/// AdaGrad: each parameter's step is divided by the root of the sum of its squared gradients.
///
///     s = s + g^2
///     w = w - alpha*g / (sqrt(s) + eps)
///
/// Optax and Keras have epsilon inside the root and begin with `s = 0.1`. With `alpha_decay` the
/// learning rate is `alpha / (1 + (t - 1)*alpha_decay)`, as PyTorch's `lr_decay`.
///
/// ```swift
/// let rule = try AdaGrad<Double>(alpha: 0.5, epsilon: 0)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [4], state: &state)
/// w  // [0.5]
/// ```
///
/// Source: Duchi, Hazan and Singer 2011.
public struct AdaGrad<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let epsilon: Scalar
  private let accumulator: Scalar
  private let alphaDecay: Scalar
  private let weightDecay: Scalar

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0.
  ///   - epsilon: 0 or more.
  ///   - initialAccumulator: what `s` begins with, 0 or more.
  ///   - alphaDecay: how fast the learning rate falls, 0 or more; not in Optax and Keras.
  ///   - weightDecay: 0 or more.
  ///   - dialect: whose way of writing the rule.
  ///   - bug: a famous mistake, made on purpose.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    epsilon: Double? = nil,
    initialAccumulator: Double? = nil,
    alphaDecay: Double? = nil,
    weightDecay: Double? = nil,
    dialect: Dialect? = nil,
    bug: FamousBug? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .adagrad,
        dialect: dialect,
        bug: bug,
        given: [
          "alpha": alpha,
          "eps": epsilon,
          "initial_accumulator": initialAccumulator,
          "alpha_decay": alphaDecay,
          "weight_decay": weightDecay,
        ]
      )
    )
  }

  /// The rule with these settings, which are those of this rule.
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    self.settings = settings
    alpha = try settings.scalar("alpha")
    epsilon = try settings.scalar("eps")
    accumulator = try settings.scalar("initial_accumulator")
    alphaDecay = try settings.scalar("alpha_decay")
    weightDecay = try settings.scalar("weight_decay")
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] { [OptimizerSlot("s", initial: accumulator)] }
  /// How many slots hold a number for each parameter.
  @inlinable
  public var slotCount: Int { 1 }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    let rate = alphaDecay == 0 ? alpha : alpha / (1 + (Scalar(t) - 1) * alphaDecay)
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
    let epsilon = epsilon
    if settings.bug == .epsilonMisplaced {
      step(arrays, gradient: gradient, parameter: parameter) {
        rate * $0 / Scalar.root($1) + epsilon
      }
    } else if settings.dialect == .optax || settings.dialect == .keras {
      step(arrays, gradient: gradient, parameter: parameter) {
        rate * $0 / Scalar.root($1 + epsilon)
      }
    } else {
      step(arrays, gradient: gradient, parameter: parameter) {
        rate * $0 / (Scalar.root($1) + epsilon)
      }
    }
  }

  @inline(__always)
  private func step(
    _ arrays: UpdateArrays<Scalar>,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar,
    quotient: (Scalar, Scalar) -> Scalar
  ) {
    let w = arrays.parameters
    let s = arrays.slot(0)
    for i in 0..<arrays.count {
      let slope = gradient(i)
      let sum = s[i] + slope * slope
      s[i] = sum
      w[i] = parameter(i) - quotient(slope, sum)
    }
  }
}
