import Formulas

enum CheckCommand {
  static let command = Command(
    "check",
    .question,
    usage: "check gradient",
    summary: "compare the gradient with finite differences of the loss",
    details: [
      "The difference quotient is (8 f(p + h) - 8 f(p - h) - f(p + 2h) + f(p - 2h)) / 12h, with h "
        + "from 6e-6 times the larger of 1 and the parameter downwards, whichever is surest. A "
        + "relative difference below 1e-7 agrees, and one that the rounding of the loss explains; "
        + "where rounding hides the gradient nobody can tell. Of a network the three numbers of "
        + "each part with the largest gradients are checked, over the next mini-batch."
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2)\ncheck gradient",
    forms: Form(operands: [.word(.gradient)])
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    guard context.take(.gradient) else {
      throw .expected("'gradient'", at: range)
    }
    try context.end()
    let experiment = try context.experiment()
    let check = GradientCheck(experiment)
    context.answer(.table(check.table))
    for reason in check.reasons { context.note(reason) }
    return nil
  }
}
