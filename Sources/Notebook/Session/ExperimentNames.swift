import Formulas
import Optimizers

/// The names that an experiment gives a meaning, known without one: time, measures, the settings of
/// all rules, and the quantities that several rules compute.
enum ExperimentNames {
  static let all: [String] = {
    var names = ["t", "epoch"] + Measure.allCases.map { $0.rawValue }
    var once: [String] = []
    for rule in RuleCatalog.entries {
      for setting in rule.settings where !names.contains(setting.name) {
        names.append(setting.name)
      }
      guard let settings = try? RuleSettings(rule) else { continue }
      for quantity in RuleSheet(settings).quantities where !names.contains(quantity) {
        if once.contains(quantity) { names.append(quantity) } else { once.append(quantity) }
      }
    }
    return names
  }()
}
