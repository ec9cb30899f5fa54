/// Lion: every parameter moves by `alpha`, in the direction of a mix of gradient and average.
struct Lion: BuiltInRule {
  let beta1, beta2: Setting
  let decay: Decay

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2) = (on[beta1], on[beta2])
    let v = on.slot("v")
    on.each { [on] x in
      let w = decay.parameter(on, &x)
      let direction = x.line("direction", .sign(beta1 * x[v] + (1 - beta1) * x.g))
      _ = x.average(v, beta2, x.g, .textbook)
      x.step(w, less: on.alpha * decay.step(on, direction, x))
    }
  }
}

extension Lion {
  init(_ s: RuleSettings) {
    (beta1, beta2) = (s("beta1"), s("beta2"))
    decay = Decay(s.dialect == .keras ? .before : .inStep, s("weight_decay"))
  }

  static var entries: [OptimizerRule] { [.lion] }
}

extension OptimizerRule {
  /// Lion.
  public static let lion = OptimizerRule(
    "lion",
    title: "Lion",
    summary: "moves every parameter by alpha, in the direction of a mix of gradient and average",
    source: "Chen et al. 2023",
    settings: [
      .alpha(0.0001, exceptions: [(.keras, 0.001)]),
      Hyperparameter(
        "beta1",
        0.9,
        aliases: ["b1"],
        range: .belowOne,
        meaning: "weight of the average in the direction"
      ),
      Hyperparameter(
        "beta2",
        0.99,
        aliases: ["b2"],
        range: .belowOne,
        meaning: "weight of the past in the average of the gradient"
      ),
      .weightDecay(
        meaning: "pull towards 0, added to the direction as weight_decay*w",
        exceptions: [(.optax, 0.001)]
      ),
    ],
    dialects: [.lecture, .paper, .optax, .keras],
    defaultDialect: .paper,
    remarks: ["optax has weight_decay 0.001 when nothing is said"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with lion(alpha=0.05)"
  )
}
