import Arithmetic
import Formulas
import Optimizers

/// An optimizer with its settings, ready to step: a built-in rule or a learner's own.
struct OptimizerChoice: Sendable {
  /// The rule's name: `adam`, `mine`.
  var name: String
  /// As it was chosen: `adam(alpha=0.1)`.
  var label: String
  var program: SheetProgram<Double>
  /// One for each setting of the sheet, in its order.
  var schedules: [Schedule]
  /// The settings of a built-in rule, to check changes against.
  var settings: RuleSettings?

  /// Quantities that an update computes and forgets.
  var derived: [String] { program.derived }

  func settingValues(t: Int, epoch: Double) -> [Double] {
    schedules.map { $0.value(t: t, epoch: epoch) }
  }

  var hasSchedule: Bool { schedules.contains { !$0.isConstant } }
}
