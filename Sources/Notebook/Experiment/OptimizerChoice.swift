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

  /// The words among its settings: whose way of writing it, and the mistake made on purpose.
  var words: [String] {
    guard let settings else { return [] }
    let dialect = settings.dialect == settings.rule.defaultDialect ? nil : settings.dialect.rawValue
    return [dialect.map { "dialect=\($0)" }, settings.bug.map { "bug=\($0.rawValue)" }]
      .compactMap { $0 }
  }

  func settingValues(t: Int, epoch: Double) -> [Double] {
    schedules.map { $0.value(t: t, epoch: epoch) }
  }

  /// The first scheduled setting that may not be what it is at this update; constants were checked
  /// when they were given.
  func refusal(of values: [Double], at t: Int) -> Experiment.Stop? {
    for (schedule, value) in zip(schedules, values) where !schedule.isConstant {
      let setting = settings?.rule.settings.first { $0.isNamed(schedule.name) }
      let isAllowed = setting.map { $0.allows(scheduled: value) } ?? value.isFinite
      if !isAllowed { return .setting(schedule.name, value, t: t) }
    }
    return nil
  }

  var hasSchedule: Bool { schedules.contains { !$0.isConstant } }
}

extension Hyperparameter {
  /// Whether a schedule may take this value: a learning rate may begin or end with 0 there.
  func allows(scheduled value: Double) -> Bool { scheduledRange.contains(value) }

  var scheduledWords: String { scheduledRange.words }

  private var scheduledRange: HyperparameterRange { name == "alpha" ? .notNegative : range }
}
