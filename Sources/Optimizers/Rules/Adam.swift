/// Adam: the average of the gradient, divided by the root of the average of its square, both
/// corrected for their start at 0; and its nearest relatives AdamW and AMSGrad.
///
/// PyTorch does the same in another order; Keras adds epsilon to the root of the raw `s`. Optax keeps
/// AMSGrad's largest corrected value, the others the largest raw one. In the paper alpha does not
/// scale AdamW's decay.
struct Adam: BuiltInRule {
  let beta1, beta2, eps: Setting
  let decay: Decay
  let dialect: Dialect
  let bug: FamousBug?
  let isMaximal, isCorrected: Bool

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (alpha, eps) = (on.alpha, on[eps])
    let (one, two) = bug == .betasSwapped ? (beta2, beta1) : (beta1, beta2)
    let (beta1, beta2) = (on[one], on[two])
    let (v, s) = (on.slot("v"), on.slot("s"))
    let top = isMaximal ? on.slot("s_max") : s
    let (first, second) = (on.correction(one, bug), on.correction(two, bug))
    let isMaxAfter = dialect == .optax && isCorrected
    let form = dialect.averages
    let meanForm = bug == .undamped ? .undamped : form
    let rate =
      dialect == .keras && isCorrected ? on.line("alpha_t", alpha * .root(second) / first) : alpha
    on.each { [on] x in
      let w = decay.parameter(on, &x)
      let g = decay.gradient(on, x)
      let v = x.average(v, beta1, g, meanForm)
      var s = x.averageSquare(s, beta2, g, form)
      if isMaximal, !isMaxAfter { s = x.largest(top, s) }
      let step: U.P.N
      if !isCorrected || dialect == .keras {
        step = (rate * v).over(.root(s), eps, bug)
      } else if dialect == .pytorch {
        step = (alpha / first * v).over(.root(s) / .root(second), eps, bug)
      } else {
        let vHat = x.line("v_hat", v / first)
        var sHat = x.line("s_hat", s / second)
        if isMaximal, isMaxAfter { sHat = x.largest(top, sHat) }
        step = (alpha * vHat).over(.root(sHat), eps, bug)
      }
      x.step(w, less: decay.step(on, step, x))
    }
  }
}

extension Adam {
  init(_ s: RuleSettings) {
    (beta1, beta2, eps) = (s("beta1"), s("beta2"), s("eps"))
    (dialect, bug) = (s.dialect, s.bug)
    decay = s.rule != .adamw ? s.coupledDecay : s.decoupledDecay
    isMaximal = s.rule == .amsgrad
    isCorrected = s.isOn("corrected") && s.bug != .noCorrection
  }

  static var entries: [OptimizerRule] { [.adam, .adamw, .amsgrad] }
}

extension OptimizerRule {
  /// Adam.
  public static let adam = OptimizerRule(
    "adam",
    title: "Adam",
    summary: "momentum and RMSProp put together, both averages corrected for their start at 0",
    source: "the lecture, C2W2L08; Kingma and Ba 2015, algorithm 1",
    settings: adamSettings(.weightDecay(), .corrected(true)),
    defaultDialect: .lecture,
    bugs: adamBugs,
    remarks: adamRemarks + ["weight_decay is added to the gradient; keras takes it from w"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)"
  )

  /// Adam with decoupled weight decay.
  public static let adamw = OptimizerRule(
    "adamw",
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
    example: "minimize x^2 + 10y^2 from (-5, 2) with adamw(alpha=0.1, weight_decay=0.01)"
  )

  /// Adam that never forgets its largest second moment.
  public static let amsgrad = OptimizerRule(
    "amsgrad",
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
    example: "minimize x^2 + 10y^2 from (-5, 2) with amsgrad(alpha=0.1)"
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
}
