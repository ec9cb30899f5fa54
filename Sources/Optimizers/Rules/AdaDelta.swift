/// AdaDelta: RMSProp whose step has the size of the steps before, so that no learning rate is
/// needed.
///
/// The paper has no `alpha` (it is 1 here) and `beta` 0.95 in its examples.
struct AdaDelta: BuiltInRule {
  let beta, eps: Setting
  let dialect: Dialect

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta, eps) = (on[beta], on[eps])
    let (s, u) = (on.slot("s"), on.slot("u"))
    let form = dialect.plainAverages
    on.each { [on] x in
      let s = x.averageSquare(s, beta, x.g, form)
      let delta = x.line("delta", .root(x[u] + eps) / .root(s + eps) * x.g)
      _ = x.averageSquare(u, beta, delta, form)
      x.step(x.w, less: on.alpha * delta)
    }
  }
}

extension AdaDelta {
  init(_ s: RuleSettings) {
    (beta, eps) = (s("beta"), s("eps"))
    dialect = s.dialect
  }

  static var entries: [OptimizerRule] { [.adadelta] }
}

extension OptimizerRule {
  /// AdaDelta.
  public static let adadelta = OptimizerRule(
    "adadelta",
    title: "AdaDelta",
    summary: "takes the size of its steps from the steps before, so alpha can stay 1",
    source: "Zeiler 2012",
    settings: [
      .alpha(1, exceptions: [(.keras, 0.001)]),
      Hyperparameter(
        "beta",
        0.9,
        aliases: ["rho"],
        range: .belowOne,
        meaning: "weight of the past in both averages",
        exceptions: [(.keras, 0.95)]
      ),
      .epsilon(1e-6, exceptions: [(.keras, 1e-7)]),
    ],
    defaultDialect: .paper,
    remarks: ["the paper's examples have beta 0.95; it has no alpha, which is 1 here"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with adadelta(alpha=1)"
  )
}
