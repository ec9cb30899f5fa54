internal import Arithmetic

/// An optimizer: a rule with its settings decided, ready to step; its state is outside.
///
/// The operations and their order are those of the rule, so the bits are the same on every machine:
/// nothing is fused or reordered. What depends on settings and `t` alone is computed in double
/// precision and rounded once.
///
/// ```swift
/// let adam = try Optimizer<Double>(.adam, ["alpha": 0.1])
/// var w = [1.0]
/// var state = adam.state(count: 1)
/// try adam.step(&w, gradient: [2], state: &state)
/// w  // [0.9], nearly: the first step is alpha, whatever the gradient's size
/// ```
public struct Optimizer<Scalar: OptimizerScalar>: Sendable {
  /// The settings of a built-in rule; nil for one of your own.
  public private(set) var settings: RuleSettings?
  /// The learning rate.
  public let alpha: Double
  /// The learning rates, where they change; ``alpha`` is then not used.
  public internal(set) var schedule: Schedule?
  /// What is done to gradients first, in a chain.
  public internal(set) var pieces: [Piece<Scalar>] = []
  /// What share of alpha each parameter loses before an update, in a chain.
  public internal(set) var decay = 0.0
  /// Which rule it is.
  @usableFromInline private(set) var identity: RuleIdentity
  /// What it remembers between updates; slots that all parameters share come last.
  public var slots: [OptimizerSlot] { identity.slots }
  /// How many slots hold a number for each parameter.
  public let slotCount: Int
  /// How many slots hold one number for all parameters.
  public var sharedCount: Int { slots.count - slotCount }

  /// The totals that an update needs, such as the gradient's norm.
  let totals: [(total: Total, scope: TotalScope)]
  /// How much is kept for each parameter until the end of an update.
  let passingCount: Int
  /// Whether an update is more than one pass over the parameters, each apart from the others.
  @usableFromInline let isInPasses: Bool

  /// The rule behind it, as functions: a call of one costs less than finding out which rule it is.
  private let advanceRule: @Sendable (UnsafeMutablePointer<Double>, Int, Double) -> Void
  /// Takes arrays of whole vectors.
  private let updateRule: @Sendable (UpdateArrays<Scalar>, Int, Double) -> Void
  /// Takes arrays of any length where the machine has wider vectors; says whether it has.
  private var wideUpdate: (@Sendable (UpdateArrays<Scalar>, Int, Double) -> Bool)?

  /// The rule with these settings.
  ///
  /// - Throws: ``HyperparameterError`` when a number leaves its range by being rounded to `Scalar`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(_ settings: RuleSettings) throws(HyperparameterError) {
    try settings.check(as: Scalar.self)
    var maker = Maker(settings: settings)
    visitRules(&maker)
    guard let made = maker.made else {
      throw .unknownRule(settings.rule.name, known: RuleCatalog.names)
    }
    self = made
  }

  /// A built-in rule; what is left out is as the dialect has it.
  ///
  /// - Throws: ``HyperparameterError``.
  public init(
    _ rule: OptimizerRule,
    dialect: Dialect? = nil,
    bug: FamousBug? = nil,
    _ changes: KeyValuePairs<String, Double> = [:]
  ) throws(HyperparameterError) {
    try self.init(RuleSettings(rule, dialect: dialect, bug: bug, changes))
  }

  /// A built-in rule by its name, with settings as a configuration has them: numbers, booleans and words
  /// by name.
  ///
  /// ```swift
  /// let read: [String: SettingArgument.Value] = ["alpha": 0.1, "corrected": false]
  /// let adam = try Optimizer<Double>(named: "adam", read)
  /// ```
  ///
  /// - Throws: ``HyperparameterError``.
  public init(
    named name: String,
    _ settings: [String: SettingArgument.Value]
  ) throws(HyperparameterError) {
    try self.init(RuleSettings(named: name, settings))
  }

  /// A rule of your own.
  @inlinable
  public init<R: Rule>(_ rule: R, alpha: Double) {
    var outline = Outline(t: 1, alpha: alpha, scalars: nil)
    rule.write(&outline)
    self.init(
      outline,
      alpha: alpha,
      identity: RuleIdentity(own: rule, alpha: alpha, slots: outline.slots),
      advance: { scalars, t, alpha in
        var outline = Outline(t: t, alpha: alpha, scalars: scalars)
        rule.write(&outline)
      },
      update: { arrays, t, alpha in
        var update = LanesUpdate<Scalar.Pack>(arrays, t: Double(t), alpha: alpha)
        rule.write(&update)
      }
    )
  }

  @usableFromInline
  init(
    _ outline: Outline,
    alpha: Double,
    identity: RuleIdentity,
    advance: @escaping @Sendable (UnsafeMutablePointer<Double>, Int, Double) -> Void,
    update: @escaping @Sendable (UpdateArrays<Scalar>, Int, Double) -> Void
  ) {
    self.alpha = alpha
    self.identity = identity
    slotCount = outline.own.count
    (totals, passingCount) = (outline.totals, outline.passingCount)
    isInPasses = passingCount > 0 || !totals.isEmpty
    advanceRule = advance
    updateRule = update
  }

  /// Brings the shared slots to update `t`; called once before ``update(_:layers:t:alpha:)``.
  public func advance(_ scalars: UnsafeMutablePointer<Double>, t: Int, alpha: Double) {
    if sharedCount > 0 { advanceRule(scalars, t, alpha) }
  }

  /// Makes update `t` (1 at the first) of all or, where no total is needed, of a part of the
  /// parameters; allocates only where something is kept until the end of the update.
  ///
  /// - Parameters:
  ///   - arrays: the parameters with their gradients and slots.
  ///   - layers: how many parameters each layer has; left out, all are one.
  ///   - t: the number of the update, 1 at the first.
  ///   - alpha: the learning rate of this update.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func update(
    _ arrays: UpdateArrays<Scalar>,
    layers: [Int]? = nil,
    t: Int,
    alpha: Double
  ) {
    if isInPasses {
      updateInPasses(arrays, layers ?? [arrays.count], t: t, alpha: alpha)
    } else {
      updateOnce(arrays, t: t, alpha: alpha)
    }
  }

  /// Makes an update, or one pass of it.
  @inline(__always)
  func updateOnce(_ arrays: UpdateArrays<Scalar>, t: Int, alpha: Double) {
    let lanes = Scalar.Pack.lanes
    let rest = arrays.count % lanes
    if let wideUpdate, wideUpdate(arrays, t, alpha) { return }
    let whole = arrays.count - rest
    if whole > 0 { updateRule(rest == 0 ? arrays : arrays.part(0..<whole), t, alpha) }
    guard rest > 0 else { return }
    arrays.part(whole..<arrays.count).padded(
      to: lanes,
      slotCount: slotCount,
      rowCount: isInPasses ? 1 + passingCount : 0
    ) {
      updateRule($0, t, alpha)
    }
  }

  /// Finds the rule of settings by its name.
  private struct Maker: RuleVisitor {
    let settings: RuleSettings
    var made: Optimizer?

    mutating func visit<R: BuiltInRule>(_: R.Type) {
      guard R.entries.contains(settings.rule) else { return }
      let rule = R(settings)
      let frame = Frame(settings)
      var optimizer = frame.optimizer(rule, alpha: settings.number("alpha"), Scalar.self)
      optimizer.settings = settings
      optimizer.identity = RuleIdentity(settings, slots: optimizer.slots)
      if R.hasWide, frame.isEmpty {
        optimizer.wideUpdate = { arrays, t, alpha in
          rule.makeWide(arrays, t: Double(t), alpha: alpha)
        }
      }
      made = optimizer
    }
  }
}
