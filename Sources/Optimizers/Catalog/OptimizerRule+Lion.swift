extension OptimizerRule {
  static let lion = OptimizerRule(
    .lion,
    title: "Lion",
    summary: "moves every parameter by alpha, in the direction of a mix of gradient and average",
    source: "Chen et al. 2023",
    settings: [
      .alpha(0.0001, exceptions: [(.keras, 0.001)]),
      Hyperparameter(
        "beta1",
        0.9,
        aliases: ["b1"],
        range: .belowOne,
        meaning: "weight of the average in the direction"
      ),
      Hyperparameter(
        "beta2",
        0.99,
        aliases: ["b2"],
        range: .belowOne,
        meaning: "weight of the past in the average of the gradient"
      ),
      .weightDecay(
        meaning: "pull towards 0, added to the direction as weight_decay*w",
        exceptions: [(.optax, 0.001)]
      ),
    ],
    dialects: [.lecture, .paper, .optax, .keras],
    defaultDialect: .paper,
    remarks: ["optax has weight_decay 0.001 when nothing is said"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with lion(alpha=0.05)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta1", "beta2")
    let isKeras = settings.dialect == .keras
    if isKeras { sheet.kerasDecay(settings) }
    sheet.line("direction = sign(beta1*v + (1 - beta1)*g)")
    sheet.line("v = beta2*v + (1 - beta2)*g")
    if isKeras || settings.number("weight_decay") == 0 {
      sheet.line("w = w - alpha*direction")
    } else {
      sheet.head(settings, "weight_decay")
      sheet.line("w = w - alpha*(direction + weight_decay*w)")
    }
    return sheet.text
  }
}
