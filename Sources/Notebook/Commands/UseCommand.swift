import Formulas
import Optimizers

enum UseCommand {
  static let command = Command(
    "use",
    usage: "use OPTIMIZER(settings)",
    summary: "choose an optimizer; the problem starts anew",
    details: ["Settings go by position or by name; a setting may be a formula of t and epoch."],
    example: "minimize x^2 + 10y^2 from (-5, 2)\nuse momentum(alpha=0.05, beta=0.9)",
    forms: Form(operands: [.optimizer])
  ) { context throws(Diagnostic) in
    let experiment = try context.experiment()
    let choice = try OptimizerReader.read(&context)
    try context.end()
    context.session.experiment = try Experiment(experiment.problem, choice)
    context.answerStatus()
    return nil
  }
}
