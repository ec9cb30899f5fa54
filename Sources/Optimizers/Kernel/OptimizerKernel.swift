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
  /// The rule behind it.
  private enum Form: Equatable, Sendable {
    case gd(GradientDescent<Scalar>)
    case momentum(Momentum<Scalar>)
    case adagrad(AdaGrad<Scalar>)
    case rmsprop(RMSProp<Scalar>)
    case adadelta(AdaDelta<Scalar>)
    case adam(Adam<Scalar>)
    case nadam(NAdam<Scalar>)
    case adamax(AdaMax<Scalar>)
    case radam(RAdam<Scalar>)
    case lion(Lion<Scalar>)
  }

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
  private let form: Form

  /// The rule with these settings, which are those of this rule.
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    switch settings.rule {
    case .gd: self.init(try GradientDescent(settings), Form.gd)
    case .momentum: self.init(try Momentum(settings), Form.momentum)
    case .adagrad: self.init(try AdaGrad(settings), Form.adagrad)
    case .rmsprop: self.init(try RMSProp(settings), Form.rmsprop)
    case .adadelta: self.init(try AdaDelta(settings), Form.adadelta)
    case .adam, .adamw, .amsgrad: self.init(try Adam(settings), Form.adam)
    case .nadam: self.init(try NAdam(settings), Form.nadam)
    case .adamax: self.init(try AdaMax(settings), Form.adamax)
    case .radam: self.init(try RAdam(settings), Form.radam)
    case .lion: self.init(try Lion(settings), Form.lion)
    }
  }

  private init<Rule: UpdateRule>(_ rule: Rule, _ form: (Rule) -> Form)
  where Rule.Scalar == Scalar {
    settings = rule.settings
    alpha = rule.alpha
    slots = rule.slots
    slotCount = rule.slotCount
    scalarCount = rule.scalarCount
    self.form = form(rule)
  }

  /// Brings the scalar slots to update `t`.
  public func advance(_ scalars: UnsafeMutablePointer<Scalar>, t: Int) {
    if case .nadam(let rule) = form { rule.advance(scalars, t: t) }
  }

  /// Makes update `t`; see ``UpdateRule/update(_:t:alpha:)``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func update(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Scalar) {
    switch form {
    case .gd(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .momentum(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .adagrad(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .rmsprop(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .adadelta(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .adam(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .nadam(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .adamax(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .radam(let rule): rule.update(arrays, t: t, alpha: alpha)
    case .lion(let rule): rule.update(arrays, t: t, alpha: alpha)
    }
  }
}
