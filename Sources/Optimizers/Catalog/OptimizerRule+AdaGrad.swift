internal import Arithmetic

extension OptimizerRule {
  static let adagrad = OptimizerRule(
    .adagrad,
    title: "AdaGrad",
    summary: "divides each step by the root of the sum of all squared gradients so far",
    source: "Duchi, Hazan and Singer 2011",
    settings: [
      .alpha(0.01, exceptions: [(.keras, 0.001)]),
      .epsilon(1e-8, exceptions: [(.pytorch, 1e-10), (.optax, 1e-7), (.keras, 1e-7)]),
      Hyperparameter(
        "initial_accumulator",
        0,
        range: .notNegative,
        meaning: "what s begins with",
        exceptions: [(.optax, 0.1), (.keras, 0.1)]
      ),
      Hyperparameter(
        "alpha_decay",
        0,
        aliases: ["lr_decay"],
        range: .notNegative,
        meaning: "alpha is divided by 1 + (t - 1)*alpha_decay",
        dialects: [.lecture, .paper, .pytorch]
      ),
      .weightDecay(),
    ],
    defaultDialect: .paper,
    bugs: [.epsilonMisplaced],
    remarks: ["optax and keras have eps inside the root and begin with s = 0.1"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adagrad(alpha=0.5)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "eps")
    let accumulator = settings.number("initial_accumulator")
    if accumulator != 0 { sheet.line("slot s = \(NumberText.shortest(accumulator))") }
    var g = "g"
    if settings.dialect == .keras {
      sheet.kerasDecay(settings)
    } else {
      g = sheet.coupledDecay(settings)
    }
    var alpha = "alpha"
    if settings.number("alpha_decay") != 0 {
      alpha = "alpha_t"
      sheet.head(settings, "alpha_decay")
      sheet.line("alpha_t = alpha / (1 + (t - 1)*alpha_decay)")
    }
    sheet.line("s = s + \(g)^2")
    if settings.bug == .epsilonMisplaced {
      sheet.line("w = w - (\(alpha)*\(g) / sqrt(s) + eps)")
    } else if settings.dialect == .optax || settings.dialect == .keras {
      sheet.line("w = w - \(alpha)*\(g) / sqrt(s + eps)")
    } else {
      sheet.line("w = w - \(alpha)*\(g) / (sqrt(s) + eps)")
    }
    return sheet.text
  }
}
