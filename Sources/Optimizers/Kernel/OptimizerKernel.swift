public import Arithmetic

/// Any rule, chosen at run time by its settings; steps exactly as the rule itself does.
///
/// ```swift
/// let settings = try RuleSettings(.momentum, dialect: .pytorch, ["alpha": 0.25])
/// let kernel = try OptimizerKernel<Float>(settings)
/// var w: [Float] = [1, 2]
/// var state = kernel.state(count: 2)
/// try kernel.step(&w, gradient: [1, 1], state: &state)
/// w  // [0.75, 1.75]
/// ```
public struct OptimizerKernel<Scalar: Real>: UpdateRule {
  /// The settings it was made from.
  public let settings: RuleSettings
  /// The learning rate.
  public let alpha: Scalar
  /// What it remembers between updates.
  public let slots: [OptimizerSlot<Scalar>]
  /// How many slots hold a number for each parameter.
  public let slotCount: Int
  /// How many slots hold one number for all parameters.
  public let scalarCount: Int

  // The rule behind it, as functions: a call of one costs less than finding out which rule it is.
  @usableFromInline
  let advanceRule: @Sendable (UnsafeMutablePointer<Scalar>, Int) -> Void
  @usableFromInline
  let updateRule: @Sendable (UpdateArrays<Scalar>, Int, Scalar) -> Void

  /// The rule with these settings.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    switch settings.rule {
    case .gd: self.init(try GradientDescent<Scalar>(settings))
    case .momentum: self.init(try Momentum<Scalar>(settings))
    case .adagrad: self.init(try AdaGrad<Scalar>(settings))
    case .rmsprop: self.init(try RMSProp<Scalar>(settings))
    case .adadelta: self.init(try AdaDelta<Scalar>(settings))
    case .adam, .adamw, .amsgrad: self.init(try Adam<Scalar>(settings))
    case .nadam: self.init(try NAdam<Scalar>(settings))
    case .adamax: self.init(try AdaMax<Scalar>(settings))
    case .radam: self.init(try RAdam<Scalar>(settings))
    case .lion: self.init(try Lion<Scalar>(settings))
    }
  }

  private init<Rule: UpdateRule>(_ rule: Rule) where Rule.Scalar == Scalar {
    settings = rule.settings
    alpha = rule.alpha
    slots = rule.slots
    slotCount = rule.slotCount
    scalarCount = rule.scalarCount
    advanceRule = { rule.advance($0, t: $1) }
    updateRule = { rule.update($0, t: $1, alpha: $2) }
  }

  /// Brings the scalar slots to update `t`.
  @inlinable
  public func advance(_ scalars: UnsafeMutablePointer<Scalar>, t: Int) {
    advanceRule(scalars, t)
  }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @inlinable
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    updateRule(arrays, t, alpha)
  }

  /// Whether two kernels step alike: they have the same settings.
  public static func == (left: OptimizerKernel, right: OptimizerKernel) -> Bool {
    left.settings == right.settings
  }
}
