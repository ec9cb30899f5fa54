extension OptimizerRule {
  static let radam = OptimizerRule(
    .radam,
    title: "RAdam",
    summary: "Adam that waits with dividing until the second moment can be trusted",
    source: "Liu et al. 2020",
    settings: [
      .alpha(0.001), .beta1(), .beta2(), .epsilon(1e-8, exceptions: []),
      .weightDecay(meaning: "pull towards 0, added to the gradient as weight_decay*w"),
    ],
    dialects: [.lecture, .paper, .pytorch, .optax],
    defaultDialect: .paper,
    remarks: [
      "the second moment counts when rho is above 4, in pytorch above 5, in optax at least 5",
      "pytorch adds eps to the root of the raw s",
      "the first five steps are momentum with the full alpha",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with radam(alpha=0.05)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta1", "beta2", "eps")
    let g = sheet.coupledDecay(settings)
    sheet.line("v = beta1*v + (1 - beta1)*\(g)")
    sheet.line("s = beta2*s + (1 - beta2)*\(g)^2")
    sheet.line("v_hat = v / (1 - beta1^t)")
    let isTorch = settings.dialect == .pytorch
    if !isTorch { sheet.line("s_hat = s / (1 - beta2^t)") }
    sheet.line("rho_inf = 2 / (1 - beta2) - 1")
    sheet.line("rho = rho_inf - 2*t*beta2^t / (1 - beta2^t)")
    sheet.line("r = sqrt((rho - 4)*(rho - 2)*rho_inf / ((rho_inf - 4)*(rho_inf - 2)*rho))")
    let threshold = isTorch ? "> 5" : settings.dialect == .optax ? ">= 5" : "> 4"
    let divided =
      isTorch
      ? "r*v_hat*sqrt(1 - beta2^t) / (sqrt(s) + eps)" : "r*v_hat / (sqrt(s_hat) + eps)"
    sheet.line("w = w - alpha*where(rho \(threshold), \(divided), v_hat)")
    return sheet.text
  }
}
