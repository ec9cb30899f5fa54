/// RAdam: Adam that waits with dividing until the second moment can be trusted, and scales by how
/// far.
///
/// The threshold is 4 in the paper, 5 in PyTorch, 5 or more in Optax; PyTorch adds epsilon to the
/// root of the raw `s`. The first steps (four with the usual `beta2`, five in PyTorch and Optax) are
/// momentum with the full `alpha`: a learning rate that suits Adam can be far too large there.
struct RAdam: BuiltInRule {
  let beta1, beta2, eps: Setting
  let decay: Decay
  let dialect: Dialect

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (beta1, beta2, eps) = (on[beta1], on[beta2], on[eps])
    let (v, s) = (on.slot("v"), on.slot("s"))
    let (first, second) = (on.correction(self.beta1), on.correction(self.beta2))
    let limit = on.line("rho_inf", 2 / (1 - beta2) - 1)
    let rho = on.line("rho", limit - 2 * on.t * on.power(self.beta2, on.t) / second)
    let r = on.line(
      "r",
      .root((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho))
    )
    let isTrusted = dialect == .optax ? rho >= 5 : rho > (dialect == .pytorch ? 5 : 4)
    on.each { [on] x in
      let g = decay.gradient(on, x)
      let v = x.average(v, beta1, g, .textbook)
      let s = x.averageSquare(s, beta2, g, .textbook)
      let vHat = x.line("v_hat", v / first)
      let direction: U.P.N
      if dialect == .pytorch {
        direction = .choose(isTrusted, r * vHat * .root(second) / (.root(s) + eps), vHat)
      } else {
        let sHat = x.line("s_hat", s / second)
        direction = .choose(isTrusted, r * vHat / (.root(sHat) + eps), vHat)
      }
      x.step(x.w, less: on.alpha * direction)
    }
  }
}

extension RAdam {
  init(_ s: RuleSettings) {
    (beta1, beta2, eps) = (s("beta1"), s("beta2"), s("eps"))
    decay = s.coupledDecay
    dialect = s.dialect
  }

  static var entries: [OptimizerRule] { [.radam] }
}

extension OptimizerRule {
  /// Rectified Adam.
  public static let radam = OptimizerRule(
    "radam",
    title: "RAdam",
    summary: "Adam that waits with dividing until the second moment can be trusted",
    source: "Liu et al. 2020",
    settings: [
      .alpha(0.001), .beta1(), .beta2(), .epsilon(1e-8, exceptions: []),
      .weightDecay(meaning: "pull towards 0, added to the gradient as weight_decay*w"),
    ],
    dialects: [.lecture, .paper, .pytorch, .optax],
    defaultDialect: .paper,
    remarks: [
      "the second moment counts when rho is above 4, in pytorch above 5, in optax at least 5",
      "pytorch adds eps to the root of the raw s",
      "the first steps are momentum with the full alpha: four, in pytorch and optax five, with the "
        + "usual beta2",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with radam(alpha=0.05)"
  )
}
