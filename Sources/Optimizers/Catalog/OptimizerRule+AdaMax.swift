extension OptimizerRule {
  static let adamax = OptimizerRule(
    .adamax,
    title: "AdaMax",
    summary: "Adam that divides by the largest recent gradient",
    source: "Kingma and Ba 2015, algorithm 2",
    settings: [
      .alpha(0.002, exceptions: [(.keras, 0.001)]),
      .beta1(),
      Hyperparameter(
        "beta2",
        0.999,
        aliases: ["b2"],
        range: .belowOne,
        meaning: "what the largest gradient is multiplied by each step"
      ),
      .epsilon(1e-8, exceptions: [(.keras, 1e-7)]), .weightDecay(),
      .corrected(true, meaning: "whether the average is corrected for its start at 0"),
    ],
    defaultDialect: .paper,
    remarks: [
      "pytorch and optax add eps to the gradient's size, the others to u",
      "the paper has no eps: say eps=0",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adamax(alpha=0.1)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta1", "beta2", "eps")
    var g = "g"
    if settings.dialect == .keras {
      sheet.kerasDecay(settings)
    } else {
      g = sheet.coupledDecay(settings)
    }
    let isTorch = settings.dialect == .pytorch
    sheet.line(isTorch ? "v = v + (1 - beta1)*(\(g) - v)" : "v = beta1*v + (1 - beta1)*\(g)")
    let rate = settings.isOn("corrected") ? "alpha / (1 - beta1^t)" : "alpha"
    if isTorch || settings.dialect == .optax {
      sheet.line("u = max(beta2*u, abs(\(g)) + eps)")
      sheet.line("w = w - \(rate)*v / u")
    } else {
      sheet.line("u = max(beta2*u, abs(\(g)))")
      sheet.line("w = w - \(rate)*v / (u + eps)")
    }
    return sheet.text
  }
}
