/// AdaGrad: each parameter's step is divided by the root of the sum of its squared gradients.
///
/// Optax and Keras have epsilon inside the root and begin with `s = 0.1`; `alpha_decay` is PyTorch's
/// `lr_decay`.
struct AdaGrad: BuiltInRule {
  let eps, accumulator, alphaDecay: Setting
  let decay: Decay
  let dialect: Dialect
  let bug: FamousBug?

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let s = on.slot("s", initial: accumulator.value)
    let isInside = dialect == .optax || dialect == .keras
    let alpha =
      alphaDecay.value == 0
      ? on.alpha : on.line("alpha_t", on.alpha / (1 + (on.t - 1) * on[alphaDecay]))
    on.each { [on] x in
      let w = decay.parameter(on, &x)
      let g = decay.gradient(on, x)
      let s = x.keep(s, x[s] + .square(g))
      x.step(w, less: (alpha * g).overRoot(s, on[eps], isInside: isInside, bug))
    }
  }
}

extension AdaGrad {
  init(_ s: RuleSettings) {
    (eps, accumulator, alphaDecay) = (s("eps"), s("initial_accumulator"), s("alpha_decay"))
    decay = s.coupledDecay
    (dialect, bug) = (s.dialect, s.bug)
  }

  static var entries: [OptimizerRule] { [.adagrad] }
}

extension OptimizerRule {
  /// AdaGrad.
  public static let adagrad = OptimizerRule(
    "adagrad",
    title: "AdaGrad",
    summary: "divides each step by the root of the sum of all squared gradients so far",
    source: "Duchi, Hazan and Singer 2011",
    settings: [
      .alpha(0.01, exceptions: [(.keras, 0.001)]),
      .epsilon(1e-8, exceptions: [(.pytorch, 1e-10), (.optax, 1e-7), (.keras, 1e-7)]),
      Hyperparameter(
        "initial_accumulator",
        0,
        range: .notNegative,
        meaning: "what s begins with",
        exceptions: [(.optax, 0.1), (.keras, 0.1)]
      ),
      Hyperparameter(
        "alpha_decay",
        0,
        aliases: ["lr_decay"],
        range: .notNegative,
        meaning: "alpha is divided by 1 + (t - 1)*alpha_decay",
        dialects: [.lecture, .paper, .pytorch]
      ),
      .weightDecay(),
    ],
    defaultDialect: .paper,
    bugs: [.epsilonMisplaced],
    remarks: ["optax and keras have eps inside the root and begin with s = 0.1"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adagrad(alpha=0.5)"
  )
}
