/// LAMB: Adam whose step is made as long, for each layer, as the layer's own parameters are large.
///
/// A layer is an array; in the notebook it is a named parameter.
struct Lamb: BuiltInRule {
  let beta1, beta2, eps: Setting
  let decay: Decay
  let dialect: Dialect

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2, eps) = (on[beta1], on[beta2], on[eps])
    let (v, s, u) = (on.slot("v"), on.slot("s"), on.passing("u"))
    let (first, second) = (on.correction(self.beta1), on.correction(self.beta2))
    on.each { [on] x in
      _ = decay.parameter(on, &x)
      let v = x.average(v, beta1, x.g, dialect.averages)
      let s = x.averageSquare(s, beta2, x.g, dialect.averages)
      let vHat = x.line("v_hat", v / first)
      let sHat = x.line("s_hat", s / second)
      x.keep(u, decay.step(on, vHat / (.root(sHat) + eps), x))
    }
    let above = on.total(.norm, "norm_w", over: .layer) { $0.w }
    let below = on.total(.norm, "norm_u", over: .layer) { $0[u] }
    let ratio = on.line("ratio", .choose(above > 0, .choose(below > 0, above / below, 1), 1))
    on.each { [on] x in x.step(x.w, less: on.alpha * ratio * x[u]) }
  }
}

extension Lamb {
  init(_ s: RuleSettings) {
    (beta1, beta2, eps) = (s("beta1"), s("beta2"), s("eps"))
    decay = Decay(s.dialect == .keras ? .before : .inStep, s("weight_decay"))
    dialect = s.dialect
  }

  static var entries: [OptimizerRule] { [.lamb] }
}

extension OptimizerRule {
  /// Adam by layers.
  public static let lamb = OptimizerRule(
    "lamb",
    title: "LAMB",
    summary: "Adam whose step is as long, layer by layer, as the parameters are large",
    source: "You et al. 2019",
    settings: [
      .alpha(0.001), .beta1(), .beta2(), .epsilon(1e-6, exceptions: [(.keras, 1e-7)]),
      .weightDecay(
        meaning: "pull towards 0, added to the step as weight_decay*w "
          + "(keras: taken from w before the update)"
      ),
    ],
    dialects: [.optax, .keras],
    defaultDialect: .optax,
    remarks: ["each named parameter is a layer"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with lamb(alpha=0.1)"
  )
}
