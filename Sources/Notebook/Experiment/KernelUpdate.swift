import Arithmetic
import Formulas
import Optimizers

/// The update of a built-in rule by the library: the bits of its sheet, several times as
/// fast where there are many parameters.
///
/// It keeps nothing that the sheet only computes on the way, such as `v_hat`.
struct KernelUpdate: Sendable {
  private let optimizer: Optimizer<Double>
  /// Where alpha stands among the settings.
  private let alpha: Int
  private let count: Int
  /// How many parameters each name has.
  private let layers: [Int]
  /// Where slots and shared slots begin in a state.
  private let firstSlot: Int
  private let firstShared: Int

  /// Nil where the sheet has to do it: few parameters, a learner's own rule, a setting other than
  /// alpha that changes with time.
  init?(_ choice: OptimizerChoice, layers: [Int]) {
    let count = layers.reduce(0, +)
    guard count >= Program<Double>.blockWidth, let settings = choice.settings,
      let alpha = choice.schedules.firstIndex(where: { $0.name == "alpha" })
    else { return nil }
    for (index, schedule) in choice.schedules.enumerated() where index != alpha {
      guard schedule.isConstant else { return nil }
    }
    do throws(HyperparameterError) {
      optimizer = try Optimizer(settings)
    } catch {
      return nil
    }
    let slots = choice.program.sheet.slots
    let (own, shared) = (slots.filter { !$0.isScalar }, slots.filter { $0.isScalar })
    guard (own + shared).map({ $0.name }) == optimizer.slots.map({ $0.name }) else { return nil }
    // A rule writes its shared lines before or behind all others.
    firstSlot = count + (slots.first?.isScalar == true ? shared.count : 0)
    firstShared = slots.first?.isScalar == true ? count : count * (1 + own.count)
    self.alpha = alpha
    self.count = count
    self.layers = layers
  }

  /// Makes update `t` of a state laid out as the sheet's: parameters, then slots.
  func make(
    _ state: UnsafeMutablePointer<Double>,
    gradient: UnsafePointer<Double>,
    settings: UnsafePointer<Double>,
    t: Int
  ) {
    let arrays = UpdateArrays(
      parameters: state,
      gradients: gradient,
      count: count,
      firstSlot: state + firstSlot,
      stride: count,
      scalars: state + firstShared
    )
    optimizer.advance(state + firstShared, t: t, alpha: settings[alpha])
    optimizer.update(arrays, layers: layers, t: t, alpha: settings[alpha])
  }
}
