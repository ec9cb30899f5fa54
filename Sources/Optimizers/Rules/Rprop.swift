/// Rprop: each parameter has a step size of its own, which grows while its gradient keeps its sign
/// and shrinks when the sign changes; how large the gradient is plays no part.
///
/// Optax makes each step one update late.
struct Rprop: BuiltInRule {
  let etaMinus, etaPlus, minStep, maxStep: Setting
  let isLate: Bool

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    typealias N = U.P.N
    let (minus, plus) = (on[etaMinus], on[etaPlus])
    let (least, most) = (on[minStep], on[maxStep])
    let (size, last) = (on.slot("size"), on.slot(isLate ? "step_last" : "g_last"))
    on.each { [on] x in
      let agree = x.line("agree", x.g * x[last])
      let other = N.below(agree, 0, .init(minus), .init(1))
      let factor = x.line("factor", .above(agree, 0, .init(plus), other))
      let before = x.line("size_last", .choose(on.t > 1, x[size], .init(on.alpha)))
      let size = x.keep(size, .smaller(.larger(factor * before, .init(least)), .init(most)))
      if isLate {
        let due = x.line("due", .below(agree, 0, .init(0), x[last]))
        x.keep(last, .below(agree, 0, .init(0), size * .sign(x.g)))
        x.step(x.w, less: due)
      } else {
        let g = x.keep(last, .below(agree, 0, .init(0), x.g))
        x.step(x.w, less: size * .sign(g))
      }
    }
  }
}

extension Rprop {
  init(_ s: RuleSettings) {
    (etaMinus, etaPlus) = (s("eta_minus"), s("eta_plus"))
    (minStep, maxStep) = (s("min_step"), s("max_step"))
    isLate = s.dialect == .optax
  }

  static var entries: [OptimizerRule] { [.rprop] }
}

extension OptimizerRule {
  /// Resilient propagation.
  public static let rprop = OptimizerRule(
    "rprop",
    title: "Rprop",
    summary: "gives each parameter a step that grows while the gradient keeps its sign",
    source: "Riedmiller and Braun 1993",
    settings: [
      .alpha(0.01),
      Hyperparameter(
        "eta_minus",
        0.5,
        range: .belowOne,
        meaning: "what a step is multiplied by when the gradient changes sign"
      ),
      Hyperparameter(
        "eta_plus",
        1.2,
        range: .fromOne,
        meaning: "what a step is multiplied by while the gradient keeps its sign"
      ),
      Hyperparameter(
        "min_step",
        1e-6,
        aliases: ["min_step_size"],
        range: .notNegative,
        meaning: "the smallest step"
      ),
      Hyperparameter(
        "max_step",
        50,
        aliases: ["max_step_size"],
        range: .positive,
        meaning: "the largest step"
      ),
    ],
    dialects: [.pytorch, .optax],
    defaultDialect: .pytorch,
    remarks: [
      "alpha is the first step alone",
      "the paper also takes the last step back when the sign changes",
      "optax makes each step one update late",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with rprop(alpha=0.1)"
  )
}
