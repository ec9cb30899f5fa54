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

  /// What its sheet does not name: whose way of writing it, the mistake made on purpose, what every
  /// rule can be told to do.
  var words: [String] {
    guard let settings else { return [] }
    let dialect = settings.dialect == settings.rule.defaultDialect ? nil : settings.dialect.rawValue
    let common = Hyperparameter.common.filter {
      $0.kind == .boolean && settings[$0.name] == 1
    }
    return [dialect.map { "dialect=\($0)" }, settings.bug.map { "bug=\($0.rawValue)" }]
      .compactMap { $0 } + common.map { "\($0.name)=true" }
  }

  func settingValues(t: Int, epoch: Double) -> [Double] {
    schedules.map { $0.value(t: t, epoch: epoch) }
  }

  /// What each scheduled setting may be, by its place: any finite number in a learner's own rule.
  ///
  /// Constants were checked when they were given.
  var limits: [(place: Int, range: HyperparameterRange)] {
    schedules.indices.filter { !schedules[$0].isConstant }.map { place in
      let setting = settings?.rule.settings.first { $0.isNamed(schedules[place].name) }
      return (place, setting?.scheduledRange ?? .finite)
    }
  }

  var hasSchedule: Bool { schedules.contains { !$0.isConstant } }
}

extension Hyperparameter {
  /// What a schedule may make of it: a learning rate may begin or end with 0 there.
  var scheduledRange: HyperparameterRange { name == "alpha" ? .notNegative : range }
}
