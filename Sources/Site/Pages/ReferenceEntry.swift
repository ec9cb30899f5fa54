import Formulas
import Notebook
import Optimizers
import Typesetting

/// One name of the reference: what it is, how it is written, and a cell that shows it.
struct ReferenceEntry {
  var name: String
  var usage: String
  var summary: String
  var details: [String] = []
  var equations: [MathNode] = []
  /// Name, default, meaning.
  var settings: [(name: String, standard: String, meaning: String)] = []
  var remarks: [String] = []
  var example: String
}

extension ReferenceEntry {
  init(_ command: Command) {
    self.init(
      name: command.name,
      usage: command.usage,
      summary: command.summary,
      details: command.details,
      example: command.example
    )
  }

  init(_ function: FunctionEntry) {
    self.init(
      name: function.name,
      usage: function.usage,
      summary: function.summary,
      example: function.example
    )
  }

  init(_ problem: Problem) {
    let start = problem.start.map { Expression.constant($0).text }.joined(separator: ", ")
    self.init(
      name: problem.name,
      usage: problem.name,
      summary: "\(problem.title): \(problem.lesson)",
      details: ["Usually from (\(start))."],
      example: "minimize \(problem.name) with adam(alpha=0.1)\nstep 100\nplot path"
    )
    if let formula = try? ExpressionParser.parse(problem.formula) { equations = [formula.math()] }
  }

  /// The equations come from the rule's sheet, which is what runs.
  init(_ rule: OptimizerRule) {
    self.init(
      name: rule.name,
      usage: rule.name + "(" + rule.settings.map(\.name).joined(separator: ", ") + ")",
      summary: "\(rule.title): \(rule.summary)",
      details: [rule.source],
      remarks: rule.remarks,
      example: rule.example
    )
    if let settings = try? RuleSettings(rule.rule),
      let sheet = try? RuleSheet(parsing: settings.sheet)
    {
      equations = sheet.equations.map {
        .row([.named($0.target), .symbol("=", .relation), $0.value.math()])
      }
    }
    for setting in rule.settings + rule.wordSettings {
      let standard = setting.defaultValue(in: rule.defaultDialect)
      self.settings.append(
        (setting.name, standard.map { Expression.constant($0).text } ?? "", setting.meaning)
      )
    }
  }
}
