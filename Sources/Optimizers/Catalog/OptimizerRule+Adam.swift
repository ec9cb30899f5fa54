extension OptimizerRule {
  static let adam = OptimizerRule(
    .adam,
    title: "Adam",
    summary: "momentum and RMSProp put together, both averages corrected for their start at 0",
    source: "the lecture, C2W2L08; Kingma and Ba 2015, algorithm 1",
    settings: adamSettings(.weightDecay(), .corrected(true)),
    defaultDialect: .lecture,
    bugs: adamBugs,
    remarks: adamRemarks + ["weight_decay is added to the gradient; keras takes it from w"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)",
    sheet: adamSheet
  )

  static let adamw = OptimizerRule(
    .adamw,
    title: "AdamW",
    summary: "Adam whose weight decay shrinks the parameter itself, not through the gradient",
    source: "Loshchilov and Hutter 2019, algorithm 2",
    settings: adamSettings(
      .weightDecay(
        0.01,
        meaning: "what part of alpha*w is taken from w (paper: of w)",
        exceptions: [(.optax, 1e-4), (.keras, 0.004)]
      ),
      .corrected(true)
    ),
    defaultDialect: .lecture,
    bugs: adamBugs,
    remarks: adamRemarks + [
      "in the paper alpha does not scale weight_decay; everywhere else it does"
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adamw(alpha=0.1, weight_decay=0.01)",
    sheet: adamSheet
  )

  static let amsgrad = OptimizerRule(
    .amsgrad,
    title: "AMSGrad",
    summary: "Adam that divides by the largest second moment so far, so that steps never grow back",
    source: "Reddi, Kale and Kumar 2018, algorithm 2",
    settings: adamSettings(.weightDecay(), .corrected(true, exceptions: [(.paper, 0)])),
    defaultDialect: .lecture,
    bugs: adamBugs,
    remarks: adamRemarks + [
      "the paper corrects no bias",
      "optax keeps the largest corrected s, the others the largest raw s",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with amsgrad(alpha=0.1)",
    sheet: adamSheet
  )

  private static let adamBugs: [FamousBug] = [
    .frozenT, .noCorrection, .correctionOffByOne, .epsilonMisplaced, .betasSwapped, .undamped,
  ]

  private static let adamRemarks = [
    "pytorch does the same in another order of operations",
    "keras adds eps to the root of the raw s, so its eps weighs more in the first steps",
  ]

  private static func adamSettings(
    _ weightDecay: Hyperparameter,
    _ corrected: Hyperparameter
  ) -> [Hyperparameter] {
    [
      .alpha(0.001), .beta1(), .beta2(), .epsilon(1e-8, exceptions: [(.keras, 1e-7)]),
      weightDecay, corrected,
    ]
  }

  private static func adamSheet(_ settings: RuleSettings) -> String {
    var sheet = SheetText(settings)
    sheet.head(settings, "alpha", "beta1", "beta2", "eps")
    let decay = adamDecay(settings, &sheet)
    adamMoments(settings, g: decay.gradient, &sheet)
    var s = "s"
    let isOptax = settings.dialect == .optax
    if settings.rule == .amsgrad, !(isOptax && adamCorrections(settings) != nil) {
      s = "s_max"
      sheet.line("s_max = max(s_max, s)")
    }
    let quotient = adamQuotient(settings, s: s, &sheet)
    let step = settings.bug == .epsilonMisplaced ? "(\(quotient))" : quotient
    if decay.isInStep {
      sheet.line("w = w - (\(quotient) + weight_decay*w)")
    } else {
      sheet.line("w = \(decay.parameter) - \(step)")
    }
    return sheet.text
  }
}
