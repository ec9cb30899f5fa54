import Formulas
import Optimizers

enum RuleCommand {
  static let command = Command(
    "rule",
    .definition,
    usage: "rule NAME(SETTING=DEFAULT, ...) { EQUATIONS }",
    summary: "make an optimizer of your own",
    details: [
      "Inside the braces w is any parameter, g its gradient, t the number of the update. A name that "
        + "is read before it is assigned is remembered from one update to the next; it starts at 0, "
        + "or as slot s = 0.1 says.",
      "n = norm(g) or n = mean(v), a line of its own, is one number made of all parameters; with "
        + "norm(w, layer) each named parameter has its own.",
      "The rule is used, explained and compared like a built-in one.",
    ],
    example: """
      rule mine(alpha=0.1, beta=0.9) {
        v = beta*v + (1 - beta)*g
        w = w - alpha*v
      }
      minimize x^2 + 10y^2 from (-5, 2) with mine(alpha=0.05)
      step 2
      """,
    forms: Form(operands: [.rule])
  ) { context throws(Diagnostic) in
    let range = context.reader.range
    let sheet = try RuleSheetParser.sheet(&context.reader)
    try context.end()
    if RuleCatalog.names.contains(sheet.name) || CommandCatalog.command(sheet.name) != nil {
      throw .nameTaken(sheet.name, at: range)
    }
    // Compiled once here, so that an error shows where the rule is written.
    _ = try SheetProgram<Double>(sheet)
    context.session.rules.removeAll { $0.name == sheet.name }
    context.session.rules.append(sheet.withoutPlaces)
    return nil
  }
}
