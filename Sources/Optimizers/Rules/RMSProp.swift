public import Arithmetic

/// RMSProp: each parameter's step is divided by the root of its averaged squared gradient.
///
///     s = beta*s + (1 - beta)*g^2
///     w = w - alpha*g / (sqrt(s) + eps)
///
/// Optax and Keras have epsilon inside the root. `centered` subtracts the square of the averaged
/// gradient below the root; `momentum` averages the steps.
///
/// ```swift
/// let rule = try RMSProp<Double>(alpha: 0.1, beta: 0.75, epsilon: 0)
/// var w = [1.0]
/// var state = rule.state(count: 1)
/// try rule.step(&w, gradient: [2], state: &state)
/// w  // [0.8]
/// ```
///
/// Source: the lecture, C2W2L07; Tieleman and Hinton 2012, whose slide has no epsilon.
public struct RMSProp<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  private let beta: Scalar
  private let epsilon: Scalar
  private let momentum: Scalar
  private let weightDecay: Scalar
  private let isCentered: Bool

  /// The rule with these settings; what is left out is as the dialect has it.
  ///
  /// - Parameters:
  ///   - alpha: the learning rate, above 0.
  ///   - beta: the weight of the past, at least 0 and below 1.
  ///   - epsilon: 0 or more; with 0 a parameter that never had a gradient becomes not-a-number.
  ///   - centered: whether to divide by the deviation from the mean gradient.
  ///   - momentum: the weight of past steps, at least 0 and below 1.
  ///   - weightDecay: 0 or more.
  ///   - dialect: whose way of writing the rule.
  ///   - bug: a famous mistake, made on purpose.
  /// - Throws: ``HyperparameterError`` when a number is out of its range or the dialect has none.
  public init(
    alpha: Double? = nil,
    beta: Double? = nil,
    epsilon: Double? = nil,
    centered: Bool? = nil,
    momentum: Double? = nil,
    weightDecay: Double? = nil,
    dialect: Dialect? = nil,
    bug: FamousBug? = nil
  ) throws(HyperparameterError) {
    try self.init(
      RuleSettings(
        .rmsprop,
        dialect: dialect,
        bug: bug,
        given: [
          "alpha": alpha,
          "beta": beta,
          "eps": epsilon,
          "centered": centered.map { $0 ? 1 : 0 },
          "momentum": momentum,
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
    epsilon = try settings.scalar("eps")
    momentum = try settings.scalar("momentum")
    weightDecay = try settings.scalar("weight_decay")
    isCentered = settings.isOn("centered")
    slotCount = 1 + (isCentered ? 1 : 0) + (momentum != 0 ? 1 : 0)
  }

  /// What it remembers between updates.
  public var slots: [OptimizerSlot<Scalar>] {
    var slots: [OptimizerSlot<Scalar>] = [OptimizerSlot("s")]
    if isCentered { slots.append(OptimizerSlot("v")) }
    if momentum != 0 { slots.append(OptimizerSlot("velocity")) }
    return slots
  }

  /// How many slots hold a number for each parameter.
  public let slotCount: Int

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    decayed(arrays, by: weightDecay, alpha: alpha) { gradient, parameter in
      step(arrays, alpha, gradient: gradient, parameter: parameter)
    }
  }

  @inline(__always)
  private func step(
    _ arrays: UpdateArrays<Scalar>,
    _ alpha: Scalar,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar
  ) {
    let isInside = settings.dialect == .optax || settings.dialect == .keras
    let isMisplaced = settings.bug == .epsilonMisplaced
    if !isCentered, momentum == 0, !isInside, !isMisplaced {
      plain(arrays, alpha, gradient: gradient, parameter: parameter)
    } else {
      elaborate(
        arrays,
        alpha,
        isInside: isInside,
        isMisplaced: isMisplaced,
        gradient: gradient,
        parameter: parameter
      )
    }
  }

  @inline(__always)
  private func plain(
    _ arrays: UpdateArrays<Scalar>,
    _ alpha: Scalar,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar
  ) {
    let w = arrays.parameters
    let s = arrays.slot(0)
    let (beta, intake, epsilon) = (beta, 1 - beta, epsilon)
    if settings.dialect == .pytorch {
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let square = beta * s[i] + intake * slope * slope
        s[i] = square
        w[i] = parameter(i) - alpha * slope / (Scalar.root(square) + epsilon)
      }
    } else {
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let square = beta * s[i] + intake * (slope * slope)
        s[i] = square
        w[i] = parameter(i) - alpha * slope / (Scalar.root(square) + epsilon)
      }
    }
  }

  @inline(__always)
  private func elaborate(
    _ arrays: UpdateArrays<Scalar>,
    _ alpha: Scalar,
    isInside: Bool,
    isMisplaced: Bool,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar
  ) {
    let w = arrays.parameters
    let s = arrays.slot(0)
    let v = arrays.slot(isCentered ? 1 : 0)
    let velocity = arrays.slot(slotCount - 1)
    let (beta, intake, epsilon, momentum) = (beta, 1 - beta, epsilon, momentum)
    let isCentered = isCentered
    let isTorch = settings.dialect == .pytorch
    for i in 0..<arrays.count {
      let slope = gradient(i)
      let taken = isTorch ? intake * slope * slope : intake * (slope * slope)
      let square = beta * s[i] + taken
      s[i] = square
      var spread = square
      if isCentered {
        let mean = isTorch ? v[i] + intake * (slope - v[i]) : beta * v[i] + intake * slope
        v[i] = mean
        spread = square - mean * mean
      }
      // With momentum the learning rate stands before the average (Optax, Keras) or after it.
      let rated = momentum == 0 || isInside ? alpha * slope : slope
      var step: Scalar
      if isMisplaced {
        step = rated / Scalar.root(spread) + epsilon
      } else if isInside {
        step = rated / Scalar.root(spread + epsilon)
      } else {
        step = rated / (Scalar.root(spread) + epsilon)
      }
      let old = parameter(i)
      if momentum != 0 {
        step = momentum * velocity[i] + step
        velocity[i] = step
        if !isInside { step = alpha * step }
      }
      w[i] = old - step
    }
  }
}
