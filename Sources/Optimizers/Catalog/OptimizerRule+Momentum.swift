extension OptimizerRule {
  static let momentum = OptimizerRule(
    .momentum,
    title: "Momentum",
    summary: "follows an average of the gradients, so that what swings cancels out",
    source: "the lecture, C2W2L06; Polyak 1964; nesterov after Sutskever et al. 2013",
    settings: [
      .alpha(0.01, exceptions: [(.pytorch, 0.001)]),
      Hyperparameter(
        "beta",
        0.9,
        aliases: ["beta1", "momentum", "mu"],
        range: .belowOne,
        meaning: "weight of the past in the average of the gradient"
      ),
      Hyperparameter(
        "dampening",
        nil,
        range: .unit,
        meaning: "the gradient enters with 1 - dampening; left out, the lecture has beta there",
        dialects: [.lecture, .pytorch],
        exceptions: [(.pytorch, 0)]
      ),
      Hyperparameter(
        "nesterov",
        0,
        kind: .boolean,
        range: .unit,
        meaning: "whether to step along the average as it will be after one more gradient"
      ),
      .corrected(
        false,
        meaning: "whether the average is corrected for its start at 0",
        dialects: [.lecture]
      ),
      .weightDecay(),
    ],
    defaultDialect: .lecture,
    bugs: [.undamped],
    remarks: [
      "pytorch and optax have no factor 1 - beta: the same way down needs alpha*(1 - beta)",
      "pytorch with dampening starts from the whole first gradient",
      "keras and the paper keep a velocity that holds alpha",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with momentum(alpha=0.05, beta=0.9)"
  ) { settings in
    switch settings.dialect {
    case .keras, .paper: velocitySheet(settings)
    case .lecture, .pytorch, .optax: averageSheet(settings)
    }
  }

  private static func velocitySheet(_ settings: RuleSettings) -> String {
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta")
    var g = "g"
    if settings.dialect == .keras {
      sheet.kerasDecay(settings)
    } else {
      g = sheet.coupledDecay(settings)
    }
    sheet.line("v = beta*v - alpha*\(g)")
    sheet.line(settings.isOn("nesterov") ? "w = w + (beta*v - alpha*\(g))" : "w = w + v")
    return sheet.text
  }

  private static func averageSheet(_ settings: RuleSettings) -> String {
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta")
    let g = sheet.coupledDecay(settings)
    let isLecture = settings.dialect == .lecture
    var intake = g
    if isLecture, settings.bug == .undamped {
      intake = g
    } else if isLecture, settings["dampening"] == nil {
      intake = "(1 - beta)*\(g)"
    } else if settings.number("dampening") != 0 {
      sheet.head(settings, "dampening")
      intake = "(1 - dampening)*\(g)"
    }
    if !isLecture, settings.number("dampening") != 0 {
      sheet.line("v = where(t > 1, beta*v + \(intake), \(g))")
    } else {
      sheet.line("v = beta*v + \(intake)")
    }
    var average = "v"
    if settings.isOn("corrected") {
      average = "v_hat"
      sheet.line("v_hat = v / (1 - beta^t)")
    }
    let lookahead = isLecture ? intake : g
    sheet.line(
      settings.isOn("nesterov")
        ? "w = w - alpha*(beta*\(average) + \(lookahead))" : "w = w - alpha*\(average)"
    )
    return sheet.text
  }
}
