/// Yogi: Adam whose second moment moves towards the squared gradient by no more than a share of
/// that square, so that it cannot fall fast and let a step jump.
struct Yogi: BuiltInRule {
  let beta1, beta2, eps, accumulator: Setting

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2, eps) = (on[beta1], on[beta2], on[eps])
    let v = on.slot("v", initial: accumulator.value)
    let s = on.slot("s", initial: accumulator.value)
    let (first, second) = (on.correction(self.beta1), on.correction(self.beta2))
    on.each { [on] x in
      let v = x.average(v, beta1, x.g, .textbook)
      let above = U.P.N.sign(x[s] - .square(x.g))
      let s = x.keep(s, x[s] - (1 - beta2) * above * .square(x.g))
      let vHat = x.line("v_hat", v / first)
      let sHat = x.line("s_hat", s / second)
      x.step(x.w, less: on.alpha * vHat / (.root(sHat) + eps))
    }
  }
}

extension Yogi {
  init(_ s: RuleSettings) {
    (beta1, beta2, eps) = (s("beta1"), s("beta2"), s("eps"))
    accumulator = s("initial_accumulator")
  }

  static var entries: [OptimizerRule] { [.yogi] }
}

extension OptimizerRule {
  /// Adam with a second moment that changes slowly.
  public static let yogi = OptimizerRule(
    "yogi",
    title: "Yogi",
    summary: "Adam whose second moment cannot fall fast, so that steps do not jump",
    source: "Zaheer et al. 2018",
    settings: [
      .alpha(0.01), .beta1(), .beta2(), .epsilon(1e-3, exceptions: []),
      Hyperparameter(
        "initial_accumulator",
        1e-6,
        range: .notNegative,
        meaning: "what both averages begin with"
      ),
    ],
    dialects: [.optax],
    defaultDialect: .optax,
    remarks: ["the paper corrects no bias"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with yogi(alpha=0.1)"
  )
}
