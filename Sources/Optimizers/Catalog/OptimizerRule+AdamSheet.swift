/// The pieces of the sheet that Adam, AdamW and AMSGrad share.
extension OptimizerRule {
  /// How weight decay comes in: through the gradient, before the step, or in it.
  struct AdamDecay {
    var gradient = "g"
    var parameter = "w"
    var isInStep = false
  }

  static func adamDecay(_ settings: RuleSettings, _ sheet: inout SheetText) -> AdamDecay {
    var decay = AdamDecay()
    guard settings.number("weight_decay") != 0 else { return decay }
    if settings.dialect == .keras {
      sheet.kerasDecay(settings)
    } else if settings.rule != .adamw {
      decay.gradient = sheet.coupledDecay(settings)
    } else {
      sheet.head(settings, "weight_decay")
      decay.isInStep = settings.dialect == .paper
      if !decay.isInStep { decay.parameter = "(1 - alpha*weight_decay)*w" }
    }
    return decay
  }

  static func adamMoments(_ settings: RuleSettings, g: String, _ sheet: inout SheetText) {
    let isSwapped = settings.bug == .betasSwapped
    let (beta1, beta2) = isSwapped ? ("beta2", "beta1") : ("beta1", "beta2")
    switch (settings.dialect, settings.bug == .undamped) {
    case (_, true): sheet.line("v = \(beta1)*v + \(g)")
    case (.pytorch, _): sheet.line("v = v + (1 - \(beta1))*(\(g) - v)")
    case (.keras, _): sheet.line("v = v + (\(g) - v)*(1 - \(beta1))")
    default: sheet.line("v = \(beta1)*v + (1 - \(beta1))*\(g)")
    }
    switch settings.dialect {
    case .pytorch: sheet.line("s = \(beta2)*s + (1 - \(beta2))*\(g)*\(g)")
    case .keras: sheet.line("s = s + (\(g)^2 - s)*(1 - \(beta2))")
    default: sheet.line("s = \(beta2)*s + (1 - \(beta2))*\(g)^2")
    }
  }

  /// What the two moments are divided by, if they are corrected.
  static func adamCorrections(_ settings: RuleSettings) -> (first: String, second: String)? {
    guard settings.isOn("corrected"), settings.bug != .noCorrection else { return nil }
    let isSwapped = settings.bug == .betasSwapped
    let (beta1, beta2) = isSwapped ? ("beta2", "beta1") : ("beta1", "beta2")
    let power: String
    switch settings.bug {
    case .frozenT: power = ""
    case .correctionOffByOne: power = "^(t + 1)"
    default: power = "^t"
    }
    return ("1 - \(beta1)\(power)", "1 - \(beta2)\(power)")
  }

  /// What is taken from the parameter; writes the lines it needs before.
  static func adamQuotient(
    _ settings: RuleSettings,
    s: String,
    _ sheet: inout SheetText
  ) -> String {
    let isMisplaced = settings.bug == .epsilonMisplaced
    func quotient(_ above: String, _ root: String) -> String {
      isMisplaced ? "\(above) / \(root) + eps" : "\(above) / (\(root) + eps)"
    }
    guard let corrections = adamCorrections(settings) else {
      return quotient("alpha*v", "sqrt(\(s))")
    }
    switch settings.dialect {
    case .pytorch:
      let root = "sqrt(\(s)) / sqrt(\(corrections.second))"
      let above = "alpha / (\(corrections.first)) * v"
      return isMisplaced ? "\(above) / (\(root)) + eps" : "\(above) / (\(root) + eps)"
    case .keras:
      sheet.line("alpha_t = alpha*sqrt(\(corrections.second)) / (\(corrections.first))")
      return quotient("alpha_t*v", "sqrt(\(s))")
    case .lecture, .paper, .optax:
      sheet.line("v_hat = v / (\(corrections.first))")
      sheet.line("s_hat = \(s) / (\(corrections.second))")
      guard settings.rule == .amsgrad, settings.dialect == .optax else {
        return quotient("alpha*v_hat", "sqrt(s_hat)")
      }
      sheet.line("s_max = max(s_max, s_hat)")
      return quotient("alpha*v_hat", "sqrt(s_max)")
    }
  }
}
