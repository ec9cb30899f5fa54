import Arithmetic
import Formulas

enum CheckCommand {
  static let command = Command(
    "check",
    usage: "check gradient",
    summary: "compare the gradient with finite differences of the loss",
    details: [
      "The difference quotient is (f(p + h) - f(p - h)) / 2h with h = 6e-6 times the larger of 1 and "
        + "the parameter; a relative difference below 1e-7 is rounding."
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2)\ncheck gradient"
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    guard context.reader.take(word: "gradient") else {
      throw .expected("'gradient'", at: range)
    }
    try context.end("check gradient")
    let experiment = try context.experiment()
    let objective = experiment.problem.objective
    let point = experiment.now.point
    let gradient = objective.lossAndGradient(at: point).gradient
    var rows: [[Table.Cell]] = []
    var worst = 0.0
    for (index, name) in experiment.problem.parameters.enumerated() {
      let step = 6e-6 * max(1, abs(point[index]))
      var above = point
      var below = point
      above[index] += step
      below[index] -= step
      let quotient =
        (objective.loss(at: above) - objective.loss(at: below))
        / (above[index] - below[index])
      let scale = max(abs(quotient), abs(gradient[index]), 1e-8)
      let difference = abs(quotient - gradient[index]) / scale
      worst = Evaluator.larger(worst, difference)
      rows.append([
        .text(name), .number(gradient[index]), .number(quotient),
        .text(difference < 1e-7 ? "yes" : "no"),
      ])
    }
    context.answer(
      .table(Table(columns: ["", "gradient", "difference quotient", "agree"], rows: rows))
    )
    if !(worst < 1e-4) {
      context.note(
        "they differ by \(NumberText.significant(worst, 2)) of their size: look at the formula near this point"
      )
    }
    return nil
  }
}
