extension OptimizerRule {
  static let gd = OptimizerRule(
    .gd,
    title: "Gradient descent",
    summary: "goes against the gradient, by alpha times its length",
    source: "the lecture, C2W2L01; Cauchy 1847",
    settings: [
      .alpha(0.01, exceptions: [(.pytorch, 0.001)]),
      .weightDecay(),
    ],
    defaultDialect: .lecture,
    remarks: ["keras takes weight decay from the parameter, the others add it to the gradient"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with gd(alpha=0.05)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha")
    if settings.dialect == .keras { sheet.kerasDecay(settings) }
    if settings.dialect == .keras || settings.number("weight_decay") == 0 {
      sheet.line("w = w - alpha*g")
    } else {
      sheet.head(settings, "weight_decay")
      sheet.line("w = w - alpha*(g + weight_decay*w)")
    }
    return sheet.text
  }
}
