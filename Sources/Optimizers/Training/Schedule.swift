internal import Arithmetic

/// A learning rate that changes from update to update, as a value.
///
/// It is asked with the number of updates made before, 0 at the first: Optax's `count`, PyTorch's
/// `last_epoch`. Behind its last update it stays where it ended. A length of 0 or less ends at once;
/// nothing else is checked, and nothing traps.
///
/// ```swift
/// let schedule = Schedule.warmUpCosine(to: 0.5, over: 2, then: 0, over: 4)
/// (0...6).map { schedule($0) }  // 0, 0.25, 0.5, 0.427, 0.25, 0.073, 0
/// ```
public enum Schedule: Equatable, Sendable {
  /// The same for every update: `optax.constant_schedule`.
  case constant(Double)
  /// A straight line: `optax.linear_schedule`, and `LinearLR` of PyTorch, whose factors are times
  /// the rate.
  case linear(from: Double, to: Double, over: Int)
  /// Half a wave of the cosine: `optax.cosine_decay_schedule` with `alpha` `to/from`,
  /// `CosineAnnealingLR` up to `T_max`.
  ///
  ///     to + (from - to) * (1 + cos(pi*t/over)) / 2
  case cosine(from: Double, to: Double = 0, over: Int)
  /// Multiplied by `rate` every so many updates, a little with each or all at once (`inSteps`):
  /// `optax.exponential_decay`, `ExponentialLR` and, in steps, `StepLR`.
  case exponential(from: Double, rate: Double, every: Int = 1, inSteps: Bool = false)
  /// Multiplied by a factor at each of these updates and from there on:
  /// `optax.piecewise_constant_schedule`, `MultiStepLR`.
  case steps(from: Double, [Step])
  /// One after the other, each from its own start; `at` is where the second begins, the third, ...:
  /// `optax.join_schedules`, `SequentialLR`.
  indirect case joined([Schedule], at: [Int])
  /// Another one times a factor, for a group whose rate is a share of the others'.
  indirect case scaled(by: Double, Schedule)

  /// What happens at one update of ``Schedule/steps(from:_:)``.
  public struct Step: Equatable, Sendable {
    /// How many updates are made before it.
    public var at: Int
    /// What the rate is multiplied by.
    public var factor: Double

    /// At this update, this factor.
    public init(at: Int, factor: Double) {
      self.at = at
      self.factor = factor
    }
  }

  /// Straight up, then down in half a wave: `optax.warmup_cosine_decay_schedule`, whose `decay_steps`
  /// are both lengths together.
  public static func warmUpCosine(
    from start: Double = 0,
    to peak: Double,
    over warmUp: Int,
    then end: Double = 0,
    over length: Int
  ) -> Schedule {
    .joined(
      [
        .linear(from: start, to: peak, over: warmUp), .cosine(from: peak, to: end, over: length),
      ],
      at: [warmUp]
    )
  }

  /// The learning rate behind so many updates.
  public func callAsFunction(_ updates: Int) -> Double {
    switch self {
    case .constant(let value): return value
    case .linear(let from, let to, let length):
      return (from - to) * (1 - Self.share(updates, of: length)) + to
    case .cosine(let from, let to, let length):
      let wave = Elementary.cos(Double.pi * Self.share(updates, of: length))
      return to + (from - to) * (0.5 * (1 + wave))
    case .exponential(let from, let rate, let length, let inSteps):
      let periods = Double(max(0, updates)) / Double(max(1, length))
      return from * Elementary.pow(rate, inSteps ? periods.rounded(.down) : periods)
    case .steps(let from, let steps):
      var value = from
      for step in steps where updates >= step.at { value *= step.factor }
      return value
    case .joined(let parts, let begins):
      var (index, begin) = (0, 0)
      for next in begins.prefix(max(0, parts.count - 1)) where updates >= next {
        index += 1
        begin = next
      }
      return parts.isEmpty ? 0 : parts[index](updates - begin)
    case .scaled(let factor, let schedule): return factor * schedule(updates)
    }
  }

  /// How much of a length has gone by, from 0 to 1.
  private static func share(_ updates: Int, of length: Int) -> Double {
    length > 0 ? Double(min(max(0, updates), length)) / Double(length) : 1
  }
}

#if !hasFeature(Embedded)
extension Schedule: Codable {}
extension Schedule.Step: Codable {}
#endif
