extension OptimizerRule {
  static let nadam = OptimizerRule(
    .nadam,
    title: "NAdam",
    summary: "Adam that looks one step ahead, as Nesterov's momentum does",
    source: "Dozat 2016",
    settings: [
      .alpha(0.002, exceptions: [(.keras, 0.001)]),
      .beta1(), .beta2(), .epsilon(1e-8, exceptions: [(.keras, 1e-7)]), .weightDecay(),
      Hyperparameter(
        "momentum_decay",
        0.004,
        range: .notNegative,
        meaning: "how fast the momentum grows over the first steps",
        dialects: [.lecture, .paper, .pytorch, .keras],
        exceptions: [(.keras, 1)]
      ),
    ],
    defaultDialect: .paper,
    remarks: [
      "optax has no schedule of momentum",
      "keras lets momentum grow 250 times faster",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with nadam(alpha=0.1)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta1", "beta2", "eps")
    let hasSchedule = settings.dialect != .optax
    if hasSchedule {
      sheet.head(settings, "momentum_decay")
      sheet.line("slot product = 1")
    }
    var g = "g"
    if settings.dialect == .keras {
      sheet.kerasDecay(settings)
    } else {
      g = sheet.coupledDecay(settings)
    }
    if hasSchedule {
      sheet.line("mu = beta1*(1 - 0.5*0.96^(t*momentum_decay))")
      sheet.line("mu_next = beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))")
      sheet.line("product = product*mu")
    }
    sheet.line("v = beta1*v + (1 - beta1)*\(g)")
    sheet.line("s = beta2*s + (1 - beta2)*\(g)^2")
    if hasSchedule {
      sheet.line("v_hat = mu_next*v / (1 - product*mu_next) + (1 - mu)*\(g) / (1 - product)")
    } else {
      sheet.line("v_hat = beta1*v / (1 - beta1^(t + 1)) + (1 - beta1)*\(g) / (1 - beta1^t)")
    }
    sheet.line("s_hat = s / (1 - beta2^t)")
    sheet.line("w = w - alpha*v_hat / (sqrt(s_hat) + eps)")
    return sheet.text
  }
}
