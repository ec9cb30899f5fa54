import Arithmetic
import Formulas

enum CheckCommand {
  static let command = Command(
    "check",
    usage: "check gradient",
    summary: "compare the gradient with finite differences of the loss",
    details: [
      "The difference quotient is (f(p + h) - f(p - h)) / 2h with h = 6e-6 times the larger of 1 and "
        + "the parameter; a relative difference below 1e-7 is rounding. Of a network the three "
        + "numbers of each part with the largest gradients are checked, over the next mini-batch."
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2)\ncheck gradient"
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    guard context.reader.take(word: "gradient") else {
      throw .expected("'gradient'", at: range)
    }
    try context.end("check gradient")
    let experiment = try context.experiment()
    let check = GradientCheck(experiment)
    context.answer(.table(check.table))
    if !(check.worst < 1e-4) {
      context.note(
        "they differ by \(NumberText.significant(check.worst, 2)) of their size: look at the formula near this point"
      )
    }
    return nil
  }
}

/// The gradient beside difference quotients of the loss: of all parameters of a formula, of a few
/// numbers of each part of a network, over the mini-batch of the next update.
private struct GradientCheck {
  private(set) var rows: [[Table.Cell]] = []
  private(set) var worst = 0.0

  var table: Table {
    Table(columns: ["", "gradient", "difference quotient", "agree"], rows: rows)
  }

  init(_ experiment: Experiment) {
    let objective = experiment.problem.objective
    let parameters = experiment.problem.parameters
    let update = experiment.t + 1
    let point = experiment.now.point
    let (loss, gradient) = objective.lossAndGradient(at: point, update: update)
    for index in parameters.prominent(3, gradient) {
      let step = 6e-6 * max(1, abs(point[index]))
      var above = point
      var below = point
      above[index] += step
      below[index] -= step
      let rise =
        objective.lossAndGradient(at: above, update: update).loss
        - objective.lossAndGradient(at: below, update: update).loss
      let quotient = rise / (above[index] - below[index])
      let scale = max(abs(quotient), abs(gradient[index]), 1e-8)
      // The loss itself is rounded, which a small quotient feels.
      let rounding = 1e-15 * abs(loss) / step
      let difference = max(abs(quotient - gradient[index]) - rounding, 0) / scale
      worst = Evaluator.larger(worst, difference)
      rows.append([
        .text(parameters.name(of: index)), .number(gradient[index]), .number(quotient),
        .text(difference < 1e-7 ? "yes" : "no"),
      ])
    }
  }
}
