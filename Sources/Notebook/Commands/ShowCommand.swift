import Arithmetic
import Formulas
import Typesetting

enum ShowCommand {
  static let command = Command(
    "show",
    usage: "show",
    summary: "everything the optimizer holds now",
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 3
      show
      """
  ) { context throws(Diagnostic) in
    try context.end("show")
    let experiment = try context.experiment()
    let moment = experiment.now
    let verb = experiment.problem.objective.training == nil ? "minimize" : "train"
    context.answer("\(verb) \(experiment.problem.title)")
    if let noise = experiment.problem.noise {
      context.answer("noise \(NumberText.shortest(noise.size)) seed \(noise.seed)")
    }
    if let choice = experiment.choice { context.answer("with \(settings(choice, moment))") }
    var line = "t = \(experiment.t)"
    for measure in experiment.problem.objective.measures {
      let value = experiment.problem.objective.value(of: measure, at: moment.point)
      line += "  \(measure.rawValue) = \(NumberText.significant(value, context.session.precision))"
    }
    context.answer(line)
    context.answer(.table(parts(experiment, moment)))
    if experiment.problem.parameters.parts.contains(where: { !$0.isNumber }) {
      context.note("of a series its norm is shown")
    }
    for (index, slot) in (experiment.choice?.program.sheet.slots ?? []).enumerated()
    where slot.isScalar {
      if case .number(let value) = moment.value(of: .slot(index)) {
        context.answer("\(slot.name) = \(NumberText.significant(value, context.session.precision))")
      }
    }
    return nil
  }

  private static func settings(_ choice: OptimizerChoice, _ moment: Moment) -> String {
    var parts: [String] = []
    for schedule in choice.schedules {
      let now = moment.value(of: .setting(schedule.name))?.number ?? .nan
      let value = NumberText.shortest(now)
      parts.append(
        schedule.isConstant
          ? "\(schedule.name)=\(value)" : "\(schedule.name)=\(schedule.formula.text) (now \(value))"
      )
    }
    return "\(choice.name)(\(parts.joined(separator: ", ")))"
  }

  /// One row for each part of the parameters, one column for each quantity.
  private static func parts(_ experiment: Experiment, _ moment: Moment) -> Table {
    var columns = ["", "value", "gradient"]
    var quantities: [(Int) -> LiveQuantity] = [{ .parameter($0) }, { .gradient($0) }]
    for (position, slot) in (experiment.choice?.program.sheet.slots ?? []).enumerated()
    where !slot.isScalar {
      columns.append(slot.name)
      quantities.append { .slotPart(position, $0) }
    }
    for name in experiment.choice?.derived ?? [] {
      columns.append(name)
      quantities.append { .derivedPart(name, $0) }
    }
    var rows: [[Table.Cell]] = []
    for (index, part) in experiment.problem.parameters.parts.enumerated() {
      var row: [Table.Cell] = [.text(part.name)]
      for quantity in quantities {
        switch moment.value(of: quantity(index)) {
        case .number(let number): row.append(.number(number))
        case .series(let values):
          row.append(.number(Double.root(values.reduce(0) { $0 + $1 * $1 })))
        default: row.append(.missing)
        }
      }
      rows.append(row)
    }
    return Table(columns: columns, rows: rows)
  }
}
