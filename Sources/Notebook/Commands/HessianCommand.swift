import Formulas
import Typesetting

enum HessianCommand {
  static let command = Command(
    "hessian",
    .question,
    usage: "hessian [FORMULA]",
    summary: "the second derivatives: of a formula, or of the loss at the current point",
    details: ["modes tells in which directions the loss curves how much."],
    example: "minimize x^2*y + y^2 from (3, 1)\nhessian\nhessian x^2*y + y^2",
    forms: Form(operands: [.formula], isOptional: true),
    mayBeName: true
  ) { context throws(Diagnostic) in
    if context.reader.isAtEnd {
      let experiment = try context.experiment()
      let curvature = try Curvature(experiment.problem, at: experiment.point)
      let names = experiment.problem.parameters.names
      let rows = zip(names, curvature.matrix).map { name, row in
        [Table.Cell.text(name)] + row.map { .number($0) }
      }
      context.answer(.table(Table(columns: [""] + names, rows: rows)))
      return nil
    }
    let (formula, names) = try context.differentiable()
    guard names.count <= Curvature.mostParameters else {
      throw .tooManyParameters(names.count, Curvature.mostParameters)
    }
    var rows: [[MathNode]] = []
    for first in names {
      let slope = try formula.derivative(withRespectTo: first)
      var row: [MathNode] = []
      for second in names { row.append(try slope.derivative(withRespectTo: second).math()) }
      rows.append(row)
    }
    context.answer(.formula(.grid(rows, open: "(", close: ")", aligned: false)))
    return nil
  }
}
