import Arithmetic
import Formulas
import Data
import Optimizers
import Typesetting

// The entries of everything that is there without an optimizer.

extension HelpEntry {
  init(_ command: Command) {
    self.init(
      kind: .command,
      name: command.name,
      usage: command.usage,
      summary: command.summary,
      details: command.details,
      settings: command.clauses.map {
        Setting(name: $0.usage, standard: "", meaning: $0.summary)
      },
      example: command.example
    )
  }

  init(_ function: FunctionEntry) {
    self.init(
      kind: .function,
      name: function.name,
      usage: function.usage,
      summary: function.summary,
      example: function.example
    )
  }

  init(_ problem: Optimizers.Problem) {
    self.init(
      kind: .problem,
      name: problem.name,
      title: problem.title,
      usage: problem.name,
      summary: problem.lesson,
      details: ["Usually from \(Self.point(problem.start))."],
      example: "minimize \(problem.name) with adam(alpha=0.1)\nstep 100\nplot path"
    )
    if !problem.minima.isEmpty {
      let points = problem.minima.map { Self.point($0) }.joined(separator: ", ")
      let value = problem.minimum.map { ", where it is \(Expression.constant($0).text)" } ?? ""
      let noun = problem.minima.count == 1 ? "Its minimum is" : "Its minima are"
      details.append("\(noun) \(points)\(value).")
    } else {
      details.append("It has no minimum.")
    }
    if problem.noise > 0 {
      let deviation = NumberText.shown(problem.noise, 6)
      details.append("Its gradients are noisy, with deviation \(deviation).")
    }
    if let formula = try? ExpressionParser.parse(problem.formula) { equations = [formula.math()] }
  }

  /// A data set, by what is known of those that come with the course: no table is read for it.
  init(data name: String) {
    let known = DataSet.known.first { $0.name == name }
    self.init(
      kind: .data,
      name: name,
      title: known?.title ?? "",
      usage: name,
      summary: known?.summary ?? "a table of the course",
      details: known.map { ["Source: \($0.source)."] } ?? [],
      example: known?.example ?? "data \(name)"
    )
  }

  /// What the table of a data set holds.
  ///
  /// `1461 rows, 2 columns: day (text), rain.`
  static func contents(of table: DataTable) -> String {
    let names = ColumnGroup.groups(of: table).map { group in
      group.names.joined(separator: " to ") + (group.isText ? " (text)" : "")
    }
    let count = table.columns.count
    return "\(table.rowCount) rows, \(count) \(count == 1 ? "column" : "columns"): "
      + "\(names.joined(separator: ", "))."
  }

  private static func point(_ values: [Double]) -> String {
    "(\(values.map { NumberText.shown($0, 6) }.joined(separator: ", ")))"
  }
}
