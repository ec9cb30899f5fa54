extension OptimizerRule {
  static let rmsprop = OptimizerRule(
    .rmsprop,
    title: "RMSProp",
    summary: "divides each step by the root of the averaged squared gradient",
    source: "the lecture, C2W2L07; Tieleman and Hinton 2012 (lecture 6.5 of their course)",
    settings: [
      .alpha(0.001, exceptions: [(.pytorch, 0.01)]),
      Hyperparameter(
        "beta",
        0.9,
        aliases: ["beta2", "rho"],
        range: .belowOne,
        meaning: "weight of the past in the average of the squared gradient",
        exceptions: [(.pytorch, 0.99)]
      ),
      .epsilon(1e-8, exceptions: [(.keras, 1e-7)]),
      Hyperparameter(
        "centered",
        0,
        kind: .boolean,
        range: .unit,
        meaning: "whether the square of the averaged gradient is subtracted below the root"
      ),
      Hyperparameter(
        "momentum",
        0,
        range: .belowOne,
        meaning: "weight of the past in an average of the steps"
      ),
      .weightDecay(),
    ],
    defaultDialect: .lecture,
    bugs: [.epsilonMisplaced],
    remarks: [
      "optax and keras have eps inside the root",
      "optax and keras multiply by alpha before the average of the steps, the others after it",
      "the slide that made it known has no eps at all",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with rmsprop(alpha=0.1)"
  ) { settings in
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta", "eps")
    let hasMomentum = settings.number("momentum") != 0
    if hasMomentum { sheet.head(settings, "momentum") }
    var g = "g"
    if settings.dialect == .keras {
      sheet.kerasDecay(settings)
    } else {
      g = sheet.coupledDecay(settings)
    }
    let isTorch = settings.dialect == .pytorch
    let isInside = settings.dialect == .optax || settings.dialect == .keras
    sheet.line("s = beta*s + (1 - beta)*" + (isTorch ? "\(g)*\(g)" : "\(g)^2"))
    var spread = "s"
    if settings.isOn("centered") {
      sheet.line(isTorch ? "v = v + (1 - beta)*(\(g) - v)" : "v = beta*v + (1 - beta)*\(g)")
      spread = "s - v^2"
    }
    let rated = hasMomentum && !isInside ? g : "alpha*\(g)"
    let step =
      settings.bug == .epsilonMisplaced
      ? "(\(rated) / sqrt(\(spread)) + eps)"
      : isInside ? "\(rated) / sqrt(\(spread) + eps)" : "\(rated) / (sqrt(\(spread)) + eps)"
    if hasMomentum {
      sheet.line("velocity = momentum*velocity + \(step)")
      sheet.line(isInside ? "w = w - velocity" : "w = w - alpha*velocity")
    } else {
      sheet.line("w = w - \(step)")
    }
    return sheet.text
  }
}
