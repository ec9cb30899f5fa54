import Arithmetic
import Formulas
import Optimizers

/// The update of a built-in rule by the library's kernel: the bits of its sheet, several times as
/// fast where there are many parameters.
///
/// A kernel keeps nothing that the sheet only computes on the way, such as `v_hat`.
struct KernelUpdate: Sendable {
  private let kernel: OptimizerKernel<Double>
  /// Where alpha stands among the settings.
  private let alpha: Int
  private let count: Int

  /// Nil where the sheet has to do it: few parameters, a learner's own rule, a setting other than
  /// alpha that changes with time.
  init?(_ choice: OptimizerChoice, count: Int) {
    guard count >= Program<Double>.blockWidth, let settings = choice.settings,
      let alpha = choice.schedules.firstIndex(where: { $0.name == "alpha" })
    else { return nil }
    for (index, schedule) in choice.schedules.enumerated() where index != alpha {
      guard schedule.isConstant else { return nil }
    }
    do throws(HyperparameterError) {
      kernel = try OptimizerKernel(settings)
    } catch {
      return nil
    }
    let slots = choice.program.sheet.slots
    guard slots.count == kernel.slots.count else { return nil }
    for (slot, own) in zip(slots, kernel.slots) {
      guard slot.name == own.name, slot.isScalar == own.isScalar else { return nil }
    }
    self.alpha = alpha
    self.count = count
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
      firstSlot: state + count,
      stride: count,
      scalars: state + count * (1 + kernel.slotCount)
    )
    if kernel.scalarCount > 0 { kernel.advance(arrays.scalars, t: t) }
    kernel.update(arrays, t: t, alpha: settings[alpha])
  }
}
