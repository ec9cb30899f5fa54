import Arithmetic
import Formulas
import Typesetting

/// What `show` showed, for the next one to mark what changed.
struct Shown: Sendable {
  struct Setting: Sendable {
    var name: String
    /// Nil where it is a number.
    var formula: String?
    var value: Double
  }

  var title: String
  /// The rule whose settings these are.
  var rule: String?
  var t: Int
  var table: Table
  var settings: [Setting] = []
}

extension Shown.Setting {
  var text: String {
    if let formula { return "\(name)=\(formula) (now \(NumberText.shown(value, 6)))" }
    return "\(name)=\(NumberText.shortest(value))"
  }

  /// With its earlier value, where that was another number.
  func text(since earlier: Shown.Setting) -> String {
    if formula != nil || earlier.value == value { return text }
    return "\(text) (was \(NumberText.shown(earlier.value, 6)))"
  }
}

enum ShowCommand {
  static let command = Command(
    "show",
    .question,
    usage: "show | show digit ROW",
    summary: "everything the optimizer holds now; a digit as a picture",
    example: """
      minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)
      step 3
      show
      """,
    forms: DigitPicture.form,
    Form()
  ) { context throws(Diagnostic) in
    if context.form?.lead.first == .digit {
      try DigitPicture.answer(&context)
      return nil
    }
    try context.end()
    let experiment = try context.experiment()
    let moment = experiment.now
    let verb = experiment.problem.objective.training == nil ? "minimize" : "train"
    context.answer("\(verb) \(experiment.problem.title)")
    if let noise = experiment.problem.noise {
      context.answer("noise \(NumberText.shortest(noise.size)) seed \(noise.seed)")
    }
    let before = context.session.shown.flatMap { $0.title == experiment.problem.title ? $0 : nil }
    var now = Shown(
      title: experiment.problem.title,
      t: experiment.t,
      table: parts(experiment, moment)
    )
    if let choice = experiment.choice {
      now.settings = settings(choice, moment)
      now.rule = choice.name
      let known = before?.rule == choice.name ? before?.settings : nil
      var settings = now.settings.map { setting in
        let earlier = known?.first { $0.name == setting.name }
        return earlier.map { setting.text(since: $0) } ?? setting.text
      }
      settings += choice.words
      context.answer("with \(choice.name)(\(settings.joined(separator: ", ")))")
    }
    var line = "t = \(experiment.t)"
    for measure in experiment.problem.objective.measures {
      let value = experiment.problem.objective.value(of: measure, at: moment.point)
      line += "  \(measure.rawValue) = \(NumberText.shown(value, context.session.precision))"
    }
    context.answer(.state(StyledText(line), ExperimentState(experiment)))
    var table = now.table
    if let before { table.mark(changesSince: before.table, "since show at t = \(before.t)") }
    context.answer(.table(table))
    context.session.shown = now
    if experiment.problem.parameters.parts.contains(where: { !$0.isNumber }) {
      context.note("of a series its norm is shown")
    }
    for (name, quantity) in shared(experiment) {
      if case .number(let value) = moment.value(of: quantity) {
        context.answer("\(name) = \(NumberText.shown(value, context.session.precision))")
      }
    }
    return nil
  }

  /// What is one number for all parameters.
  private static func shared(_ experiment: Experiment) -> [(name: String, LiveQuantity)] {
    guard let program = experiment.choice?.program else { return [] }
    var result: [(name: String, LiveQuantity)] = []
    for (index, slot) in program.sheet.slots.enumerated() where slot.isScalar {
      result.append((slot.name, .slot(index)))
    }
    for name in program.derivedShared { result.append((name, .derived(name))) }
    return result
  }

  private static func settings(_ choice: OptimizerChoice, _ moment: Moment) -> [Shown.Setting] {
    choice.schedules.map { schedule in
      Shown.Setting(
        name: schedule.name,
        formula: schedule.isConstant ? nil : schedule.formula.text,
        value: moment.value(of: .setting(schedule.name))?.number ?? .nan
      )
    }
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
    let program = experiment.choice?.program
    for name in program?.derived ?? [] where program?.derivedShared.contains(name) == false {
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
