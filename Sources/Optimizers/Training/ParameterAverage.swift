internal import Arithmetic

/// An average of the weights along the way, which often does better than the last of them.
///
/// ```swift
/// var average = try ParameterAverage<Double>(.decaying(0.5))
/// try average.add([[1, 2]])
/// try average.add([[3, 2]])
/// average.values  // [[2, 2]]
/// ```
public struct ParameterAverage<Scalar: OptimizerScalar>: Sendable {
  /// How much each of the weights that were added counts.
  public enum Form: Equatable, Sendable {
    /// All alike: `AveragedModel` of `torch.optim.swa_utils`, stochastic weight averaging.
    ///
    ///     mean + (w - mean) / t
    case equal
    /// The older, the less, begun with the first: `AveragedModel` with `get_ema_multi_avg_fn`.
    ///
    ///     mean + (1 - decay) * (w - mean)
    case decaying(Double)
    /// The older, the less, begun with 0 and corrected for that when read: `optax.ema` with
    /// `debias`.
    ///
    ///     mean = decay*mean + (1 - decay)*w,  read as  mean / (1 - decay^t)
    case corrected(Double)

    /// Its decay, 0 where it has none.
    var decay: Double {
      switch self {
      case .equal: 0
      case .decaying(let decay), .corrected(let decay): decay
      }
    }
  }

  /// How much each counts.
  public let form: Form
  /// How many have been added.
  public internal(set) var count = 0
  /// The average before correction, one array for each array of parameters.
  var means: [[Scalar]] = []

  private let optimizer: Optimizer<Scalar>

  /// - Throws: ``HyperparameterError`` when a decay is not at least 0 and below 1.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(_ form: Form) throws(HyperparameterError) {
    guard HyperparameterRange.belowOne.contains(form.decay) else {
      throw .outOfRange(setting: "decay", value: form.decay, range: .belowOne)
    }
    self.form = form
    optimizer = Optimizer(Averaging(form: form, decay: Setting("decay", form.decay)), alpha: 1)
  }

  /// Takes in the weights behind one more update.
  ///
  /// - Throws: ``ShapeError`` when the arrays are not as long as those before.
  public mutating func add(_ parameters: [[Scalar]]) throws(ShapeError) {
    if count == 0 { means = parameters.map { [Scalar](repeating: 0, count: $0.count) } }
    var state = optimizer.state(for: means)
    state.time = count
    try optimizer.step(&means, gradient: parameters, state: &state)
    count = state.t
  }

  /// The average; empty arrays before the first addition.
  public var values: [[Scalar]] {
    guard case .corrected(let decay) = form else { return means }
    let correction = Scalar(1 - Elementary.pow(decay, Double(count)))
    return means.map { $0.map { $0 / correction } }
  }
}

extension ParameterAverage: Equatable {
  /// Whether both have the same form, count and numbers.
  public static func == (left: Self, right: Self) -> Bool {
    left.form == right.form && left.count == right.count && left.means == right.means
  }
}

/// An average as a rule: its parameters are the means, its gradients the weights.
private struct Averaging<Scalar: OptimizerScalar>: Rule {
  let form: ParameterAverage<Scalar>.Form
  let decay: Setting

  func write<U: Update>(_ on: inout U) {
    let decay = on[decay]
    on.each { [on] x in
      switch form {
      case .equal: x.w = .choose(on.t > 1, x.w + (x.g - x.w) / on.t, x.g)
      case .decaying: x.w = .choose(on.t > 1, x.w + (1 - decay) * (x.g - x.w), x.g)
      case .corrected: x.w = decay * x.w + (1 - decay) * x.g
      }
    }
  }
}

#if !hasFeature(Embedded)
extension ParameterAverage.Form: Codable {}
#endif
