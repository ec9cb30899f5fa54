/// NAdam: Adam with Nesterov's look ahead, and a momentum that grows over the first steps.
///
/// Optax has no schedule of momentum: `mu` is `beta1` there. Keras has `momentum_decay` 1.
struct NAdam: BuiltInRule {
  let beta1, beta2, eps, momentumDecay: Setting
  let decay: Decay
  let hasSchedule: Bool

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2, eps) = (on[beta1], on[beta2], on[eps])
    let (v, s) = (on.slot("v"), on.slot("s"))
    var (mu, next) = (beta1, beta1)
    var (first, below) = (on.correction(self.beta1, .correctionOffByOne), on.correction(self.beta1))
    if hasSchedule {
      let psi = on[momentumDecay]
      mu = on.line("mu", beta1 * (1 - 0.5 * .power(0.96, on.t * psi)))
      next = on.line("mu_next", beta1 * (1 - 0.5 * .power(0.96, (on.t + 1) * psi)))
      let product = on.shared("product", initial: 1) { [mu] in $0 * mu }
      (first, below) = (1 - product * next, 1 - product)
    }
    let second = on.correction(self.beta2)
    on.each { [on, mu, next, first, below] x in
      let w = decay.parameter(on, &x)
      let g = decay.gradient(on, x)
      let v = x.average(v, beta1, g, .textbook)
      let s = x.averageSquare(s, beta2, g, .textbook)
      let vHat = x.line("v_hat", next * v / first + (1 - mu) * g / below)
      let sHat = x.line("s_hat", s / second)
      x.step(w, less: on.alpha * vHat / (.root(sHat) + eps))
    }
  }
}

extension NAdam {
  init(_ s: RuleSettings) {
    (beta1, beta2, eps) = (s("beta1"), s("beta2"), s("eps"))
    momentumDecay = s("momentum_decay")
    decay = s.coupledDecay
    hasSchedule = s.dialect != .optax
  }

  static var entries: [OptimizerRule] { [.nadam] }
}

extension OptimizerRule {
  /// Adam with Nesterov momentum.
  public static let nadam = OptimizerRule(
    "nadam",
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
  )
}
