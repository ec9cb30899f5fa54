/// AdaMax: Adam with the largest recent gradient in place of the root of the averaged square.
///
/// The paper has no epsilon; Keras adds it to `u`, PyTorch and Optax add it to the gradient's size.
struct AdaMax: BuiltInRule {
  let beta1, beta2, eps: Setting
  let decay: Decay
  let dialect: Dialect
  let isCorrected: Bool

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2, eps) = (on[beta1], on[beta2], on[eps])
    let (v, u) = (on.slot("v"), on.slot("u"))
    let rate = isCorrected ? on.alpha / on.correction(self.beta1) : on.alpha
    let isBeside = dialect == .pytorch || dialect == .optax
    on.each { [on] x in
      let w = decay.parameter(on, &x)
      let g = decay.gradient(on, x)
      let v = x.average(v, beta1, g, dialect.plainAverages)
      let u = x.keep(u, .larger(beta2 * x[u], isBeside ? .size(g) + eps : .size(g)))
      x.step(w, less: rate * v / (isBeside ? u : u + eps))
    }
  }
}

extension AdaMax {
  init(_ s: RuleSettings) {
    (beta1, beta2, eps) = (s("beta1"), s("beta2"), s("eps"))
    decay = s.coupledDecay
    dialect = s.dialect
    isCorrected = s.isOn("corrected")
  }

  static var entries: [OptimizerRule] { [.adamax] }
}

extension OptimizerRule {
  /// Adam with the infinity norm.
  public static let adamax = OptimizerRule(
    "adamax",
    title: "AdaMax",
    summary: "Adam that divides by the largest recent gradient",
    source: "Kingma and Ba 2015, algorithm 2",
    settings: [
      .alpha(0.002, exceptions: [(.keras, 0.001)]),
      .beta1(),
      Hyperparameter(
        "beta2",
        0.999,
        aliases: ["b2"],
        range: .belowOne,
        meaning: "what the largest gradient is multiplied by each step"
      ),
      .epsilon(1e-8, exceptions: [(.keras, 1e-7)]), .weightDecay(),
      .corrected(true, meaning: "whether the average is corrected for its start at 0"),
    ],
    defaultDialect: .paper,
    remarks: [
      "pytorch and optax add eps to the gradient's size, the others to u",
      "the paper has no eps: say eps=0",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adamax(alpha=0.1)"
  )
}
