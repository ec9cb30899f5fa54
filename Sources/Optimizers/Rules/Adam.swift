public import Arithmetic

/// Adam: the average of the gradient, divided by the root of the average of its square, both
/// corrected for their start at 0.
///
///     v = beta1*v + (1 - beta1)*g
///     s = beta2*s + (1 - beta2)*g^2
///     v_hat = v / (1 - beta1^t)
///     s_hat = s / (1 - beta2^t)
///     w = w - alpha*v_hat / (sqrt(s_hat) + eps)
///
/// The same type holds its nearest relatives: ``Variant/adamW`` takes weight decay from the
/// parameter itself, ``Variant/amsgrad`` never forgets its largest `s`. The PyTorch dialect does
/// the same in PyTorch's order of operations; Keras adds epsilon to the root of the raw `s`.
///
/// ```swift
/// let adam = try Adam<Double>(alpha: 0.1)
/// var w = [1.0]
/// var state = adam.state(count: 1)
/// try adam.step(&w, gradient: [2], state: &state)
/// w  // [0.9]: the first step is alpha, whatever the gradient's size
/// ```
///
/// Source: the lecture, C2W2L08; Kingma and Ba 2015, algorithm 1; Loshchilov and Hutter 2019 for
/// AdamW; Reddi, Kale and Kumar 2018 for AMSGrad.
public struct Adam<Scalar: Real>: UpdateRule {
  /// Adam or one of its nearest relatives.
  public enum Variant: Equatable, Sendable {
    /// Weight decay is added to the gradient.
    case adam
    /// Weight decay is taken from the parameter.
    case adamW
    /// Divides by the root of the largest `s` so far.
    case amsgrad
  }

  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  let beta1: Scalar
  let beta2: Scalar
  let epsilon: Scalar
  let weightDecay: Scalar
  /// What the gradient enters the first moment with.
  let intake: Scalar
  let variant: Variant
  /// Whether an update is the plain loop, with at most a decay that shrinks the parameter.
  let isPlain: Bool
  private let exponent: Exponent
  private let firstPower: DecayingPower
  private let secondPower: DecayingPower

  /// The power of beta in the bias correction.
  private enum Exponent: Equatable, Sendable {
    case none, one, time, timeAndOne
  }

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0: the one to tune.
  ///   - beta1: weight of the past in the average of the gradient, at least 0 and below 1.
  ///   - beta2: weight of the past in the average of its square, at least 0 and below 1.
  ///   - epsilon: 0 or more.
  ///   - weightDecay: 0 or more; left out it is 0, for AdamW 0.01 (Optax 1e-4, Keras 0.004).
  ///   - corrected: whether the averages are corrected: yes, but not in the paper's AMSGrad.
  ///   - variant: Adam, AdamW or AMSGrad.
  ///   - dialect: whose way of writing the rule.
  ///   - bug: a famous mistake, made on purpose.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta1: Double? = nil,
    beta2: Double? = nil,
    epsilon: Double? = nil,
    weightDecay: Double? = nil,
    corrected: Bool? = nil,
    variant: Variant = .adam,
    dialect: Dialect? = nil,
    bug: FamousBug? = nil
  ) throws(HyperparameterError) {
    let rule: RuleName =
      switch variant {
      case .adam: .adam
      case .adamW: .adamw
      case .amsgrad: .amsgrad
      }
    try self.init(
      RuleSettings(
        rule,
        dialect: dialect,
        bug: bug,
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
    let isSwapped = settings.bug == .betasSwapped
    beta1 = try settings.scalar(isSwapped ? "beta2" : "beta1")
    beta2 = try settings.scalar(isSwapped ? "beta1" : "beta2")
    epsilon = try settings.scalar("eps")
    weightDecay = try settings.scalar("weight_decay")
    intake = settings.bug == .undamped ? 1 : 1 - beta1
    exponent =
      switch settings.bug {
      case _ where !settings.isOn("corrected"): .none
      case .noCorrection: .none
      case .frozenT: .one
      case .correctionOffByOne: .timeAndOne
      default: .time
      }
    variant =
      switch settings.rule {
      case .adamw: .adamW
      case .amsgrad: .amsgrad
      default: .adam
      }
    slotCount = variant == .amsgrad ? 3 : 2
    firstPower = DecayingPower(beta1.widened)
    secondPower = DecayingPower(beta2.widened)
    let isDecayInStep = variant == .adamW && settings.dialect == .paper
    isPlain =
      variant != .amsgrad && settings.bug != .epsilonMisplaced && settings.bug != .undamped
      && (weightDecay == 0 || (variant == .adamW && !isDecayInStep))
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] {
    let moments: [OptimizerSlot<Scalar>] = [OptimizerSlot("v"), OptimizerSlot("s")]
    return variant == .amsgrad ? moments + [OptimizerSlot("s_max")] : moments
  }

  /// How many slots hold a number for each parameter.
  public let slotCount: Int

  /// `1 - beta^t`, or 1 where nothing is corrected: dividing by 1 changes no bit.
  @inline(__always)
  private func correction(_ power: DecayingPower, _ t: Int) -> Scalar {
    let time: Scalar
    switch exponent {
    case .none: return 1
    case .one: time = 1
    case .time: time = Scalar(t)
    case .timeAndOne: time = Scalar(t) + 1
    }
    return 1 - Scalar(power.besideOne(time.widened))
  }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    updateParameters(arrays, t: t, alpha: alpha)
  }

  // Apart, so that finding the specialised function does not pay for the general one's frame.
  @inline(never)
  private func updateParameters(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    let first = correction(firstPower, t)
    let second = correction(secondPower, t)
    switch settings.dialect {
    case .pytorch:
      torch(arrays, rate: alpha / first, alpha: alpha, root: Scalar.root(second))
    case .keras:
      keras(arrays, alpha: alpha, rate: alpha * Scalar.root(second) / first)
    case .lecture, .paper, .optax:
      textbook(arrays, alpha: alpha, first: first, second: second)
    }
  }
}
