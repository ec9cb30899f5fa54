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
    context.answer("minimize \(experiment.problem.title)")
    if let noise = experiment.problem.noise {
      context.answer("noise \(NumberText.shortest(noise.size)) seed \(noise.seed)")
    }
    if let choice = experiment.choice { context.answer("with \(settings(choice, moment))") }
    let loss = NumberText.significant(
      experiment.problem.objective.loss(at: moment.point),
      context.session.precision
    )
    context.answer("t = \(experiment.t)  loss = \(loss)")
    context.answer(.table(components(experiment, moment)))
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
    for (index, schedule) in choice.schedules.enumerated() {
      let now = moment.value(of: .setting(index))?.number ?? .nan
      let value = NumberText.shortest(now)
      parts.append(
        schedule.isConstant
          ? "\(schedule.name)=\(value)" : "\(schedule.name)=\(schedule.formula.text) (now \(value))"
      )
    }
    return "\(choice.name)(\(parts.joined(separator: ", ")))"
  }

  /// One row for each parameter, one column for each quantity.
  private static func components(_ experiment: Experiment, _ moment: Moment) -> Table {
    var columns = ["", "value", "gradient"]
    var quantities: [(Int) -> LiveQuantity] = [{ .parameter($0) }, { .gradient($0) }]
    for (position, slot) in (experiment.choice?.program.sheet.slots ?? []).enumerated()
    where !slot.isScalar {
      columns.append(slot.name)
      quantities.append { .slotComponent(position, $0) }
    }
    for (position, name) in (experiment.choice?.derived ?? []).enumerated() {
      columns.append(name)
      quantities.append { .derivedComponent(position, $0) }
    }
    var rows: [[Table.Cell]] = []
    for (index, name) in experiment.problem.parameters.enumerated() {
      var row: [Table.Cell] = [.text(name)]
      for quantity in quantities {
        row.append(moment.number(of: quantity(index)).map { .number($0) } ?? .missing)
      }
      rows.append(row)
    }
    return Table(columns: columns, rows: rows)
  }
}
