/// An update that touches no parameter: it finds out what a rule remembers, and brings what all
/// parameters share to the next update.
public struct Outline: Update {
  /// Constants are in double precision.
  public typealias C = Double
  /// There is no place to go to.
  public typealias P = Nowhere

  /// The number of the update.
  public let t: Double
  /// The learning rate.
  public let alpha: Double
  /// The shared slots, where they are to be brought forward.
  private let scalars: UnsafeMutablePointer<Double>?
  private var sharedCount = 0
  /// The slots of each parameter as they come, where they are to be found out.
  private(set) var own: [OptimizerSlot] = []
  /// The slots that all parameters share.
  private(set) var shared: [OptimizerSlot] = []
  /// All of them, in the order of a state.
  @usableFromInline var slots: [OptimizerSlot] { own + shared }

  @usableFromInline
  init(t: Int, alpha: Double, scalars: UnsafeMutablePointer<Double>?) {
    self.t = Double(t)
    self.alpha = alpha
    self.scalars = scalars
  }

  /// The setting's value.
  public subscript(_ setting: Setting) -> Double { setting.value }
  /// The setting's value to a power.
  public func power(_ base: Setting, _ exponent: Double) -> Double { base.raised(to: exponent) }

  /// Notes a slot.
  public mutating func slot(_ name: StaticString, initial: Double) -> Int {
    if scalars == nil {
      own.append(OptimizerSlot(name: "\(name)", initial: initial, isScalar: false))
    }
    return 0
  }

  /// Notes a shared slot, or brings it forward.
  public mutating func shared(
    _ name: StaticString,
    initial: Double,
    _ next: (Double) -> Double
  ) -> Double {
    guard let scalars else {
      shared.append(OptimizerSlot(name: "\(name)", initial: initial, isScalar: true))
      return initial
    }
    sharedCount += 1
    scalars[sharedCount - 1] = next(scalars[sharedCount - 1])
    return scalars[sharedCount - 1]
  }

  /// How much is kept for each parameter until the end of an update.
  @usableFromInline private(set) var passingCount = 0
  /// The totals that an update needs.
  @usableFromInline private(set) var totals: [(total: Total, scope: TotalScope)] = []
  /// No step is made.
  public var waiting: Int?

  /// Counts it.
  public mutating func passing(_ name: StaticString) -> Int {
    passingCount += 1
    return 0
  }

  /// Notes it.
  public mutating func total(
    _ kind: Total,
    _ name: StaticString,
    over scope: TotalScope,
    _ value: (Nowhere) -> Nowhere.N
  ) -> Double {
    totals.append((kind, scope))
    return 1
  }

  /// Counts what it is kept in.
  public mutating func takeGradient(_ gradient: (Nowhere) -> Nowhere.N) { passingCount += 1 }

  /// The value as it is.
  public func line(_ name: StaticString, _ value: Double) -> Double { value }
  /// Does nothing.
  public func each(_ body: (inout Nowhere) -> Void) {}
}

/// The place that an ``Outline`` never goes to.
public enum Nowhere: Parameter {
  /// Anything would do.
  public typealias N = Lanes<Double.Pack>

  /// Never asked for.
  public var w: N {
    get { switch self {} }
    set {}
  }
  /// Never asked for.
  public var g: N { switch self {} }
  /// Never asked for.
  public var waiting: Int? { switch self {} }
  /// Never asked for.
  public subscript(_ slot: Int) -> N { switch self {} }
  /// Never asked for.
  public func line(_ name: StaticString, _ value: N) -> N { switch self {} }
  /// Never asked for.
  @discardableResult public mutating func keep(_ slot: Int, _ value: N) -> N { value }
}
