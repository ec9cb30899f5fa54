/// AdaBelief: Adam that averages how far the gradient is from its own average, not its square: where
/// the gradient is as expected, the step is large.
struct AdaBelief: BuiltInRule {
  let beta1, beta2, eps, epsRoot: Setting

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2, eps, epsRoot) = (on[beta1], on[beta2], on[eps], on[epsRoot])
    let (v, s) = (on.slot("v"), on.slot("s"))
    let (first, second) = (on.correction(self.beta1), on.correction(self.beta2))
    on.each { [on] x in
      let v = x.average(v, beta1, x.g, .textbook)
      let surprise = x.line("surprise", x.g - v)
      let s = x.keep(s, beta2 * x[s] + (1 - beta2) * .square(surprise) + epsRoot)
      let vHat = x.line("v_hat", v / first)
      let sHat = x.line("s_hat", s / second)
      x.step(x.w, less: on.alpha * vHat / (.root(sHat) + eps))
    }
  }
}

extension AdaBelief {
  init(_ s: RuleSettings) {
    (beta1, beta2, eps, epsRoot) = (s("beta1"), s("beta2"), s("eps"), s("eps_root"))
  }

  static var entries: [OptimizerRule] { [.adabelief] }
}

extension OptimizerRule {
  /// Adam by the belief in the gradient.
  public static let adabelief = OptimizerRule(
    "adabelief",
    title: "AdaBelief",
    summary: "Adam that divides by how far the gradient is from its average",
    source: "Zhuang et al. 2020",
    settings: [
      .alpha(0.001), .beta1(),
      Hyperparameter(
        "beta2",
        0.999,
        aliases: ["b2"],
        range: .belowOne,
        meaning: "weight of the past in the average of the squared surprise"
      ),
      .epsilon(1e-16, exceptions: []),
      Hyperparameter(
        "eps_root",
        1e-16,
        range: .notNegative,
        meaning: "small number that is added to s at each update"
      ),
    ],
    dialects: [.optax],
    defaultDialect: .optax,
    example: "minimize x^2 + 10y^2 from (-5, 2) with adabelief(alpha=0.1)"
  )
}
