extension OptimizerRule {
  static let adadelta = OptimizerRule(
    .adadelta,
    title: "AdaDelta",
    summary: "takes the size of its steps from the steps before, so alpha can stay 1",
    source: "Zeiler 2012",
    settings: [
      .alpha(1, exceptions: [(.keras, 0.001)]),
      Hyperparameter(
        "beta",
        0.9,
        aliases: ["rho"],
        range: .belowOne,
        meaning: "weight of the past in both averages",
        exceptions: [(.keras, 0.95)]
      ),
      .epsilon(1e-6, exceptions: [(.keras, 1e-7)]),
    ],
    defaultDialect: .paper,
    remarks: ["the paper's examples have beta 0.95; it has no alpha, which is 1 here"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adadelta(alpha=1)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta", "eps")
    let isTorch = settings.dialect == .pytorch
    sheet.line("s = beta*s + (1 - beta)*" + (isTorch ? "g*g" : "g^2"))
    sheet.line("delta = sqrt(u + eps) / sqrt(s + eps)*g")
    sheet.line("u = beta*u + (1 - beta)*" + (isTorch ? "delta*delta" : "delta^2"))
    sheet.line("w = w - alpha*delta")
    return sheet.text
  }
}
