/// Adan: Adam with Nesterov's look ahead, made from an average of how the gradient changes.
struct Adan: BuiltInRule {
  let beta1, beta2, beta3, eps, epsRoot: Setting
  let decay: Decay

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2, beta3) = (on[beta1], on[beta2], on[beta3])
    let (v, d, s, last) = (on.slot("v"), on.slot("d"), on.slot("s"), on.slot("g_last"))
    let (first, second) = (on.correction(self.beta1), on.correction(self.beta2))
    let third = on.correction(self.beta3)
    on.each { [on] x in
      let change = x.line("change", .choose(on.t > 1, x.g - x[last], .init(0)))
      let v = x.average(v, beta1, x.g, .textbook)
      let d = x.average(d, beta2, change, .textbook)
      let s = x.averageSquare(s, beta3, x.g + (1 - beta2) * change, .textbook)
      x.keep(last, x.g)
      let vHat = x.line("v_hat", v / first)
      let dHat = x.line("d_hat", d / second)
      let sHat = x.line("s_hat", s / third)
      let ahead = vHat + (1 - beta2) * dHat
      let step = ahead / (.root(sHat + on[epsRoot]) + on[eps])
      x.step(x.w, less: on.alpha * decay.step(on, step, x))
    }
  }
}

extension Adan {
  init(_ s: RuleSettings) {
    (beta1, beta2, beta3) = (s("beta1"), s("beta2"), s("beta3"))
    (eps, epsRoot) = (s("eps"), s("eps_root"))
    decay = Decay(.inStep, s("weight_decay"))
  }

  static var entries: [OptimizerRule] { [.adan] }
}

extension OptimizerRule {
  /// Adaptive Nesterov momentum.
  public static let adan = OptimizerRule(
    "adan",
    title: "Adan",
    summary: "Adam that looks ahead by an average of how the gradient changes",
    source: "Xie et al. 2022",
    settings: [
      .alpha(0.001),
      Hyperparameter(
        "beta1",
        0.98,
        aliases: ["b1"],
        range: .belowOne,
        meaning: "weight of the past in the average of the gradient"
      ),
      Hyperparameter(
        "beta2",
        0.92,
        aliases: ["b2"],
        range: .belowOne,
        meaning: "weight of the past in the average of the gradient's changes"
      ),
      Hyperparameter(
        "beta3",
        0.99,
        aliases: ["b3"],
        range: .belowOne,
        meaning: "weight of the past in the average of the square"
      ),
      .epsilon(1e-8, exceptions: []),
      Hyperparameter(
        "eps_root",
        1e-8,
        range: .notNegative,
        meaning: "small number below the root"
      ),
      .weightDecay(meaning: "pull towards 0, added to the step as weight_decay*w"),
    ],
    dialects: [.optax],
    defaultDialect: .optax,
    remarks: ["the paper counts each beta from the other end: its 0.02 is 0.98 here"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adan(alpha=0.1)"
  )
}
