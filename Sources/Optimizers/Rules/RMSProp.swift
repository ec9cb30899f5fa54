/// RMSProp: each parameter's step is divided by the root of its averaged squared gradient.
///
/// Optax and Keras have epsilon inside the root, and multiply by alpha before steps are averaged
/// (`momentum`), the others after it. `centered` subtracts the square of the averaged gradient below
/// the root.
struct RMSProp: BuiltInRule {
  let beta, eps, momentum: Setting
  let decay: Decay
  let dialect: Dialect
  let bug: FamousBug?
  let isCentered: Bool

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let (alpha, beta, eps) = (on.alpha, on[beta], on[eps])
    let hasMomentum = momentum.value != 0
    let isInside = dialect == .optax || dialect == .keras
    let form = dialect.plainAverages
    let s = on.slot("s")
    let mean = isCentered ? on.slot("v") : s
    let velocity = hasMomentum ? on.slot("velocity") : s
    on.each { [on] x in
      let w = decay.parameter(on, &x)
      let g = decay.gradient(on, x)
      var spread = x.averageSquare(s, beta, g, form)
      if isCentered { spread = spread - .square(x.average(mean, beta, g, form)) }
      let above = hasMomentum && !isInside ? g : alpha * g
      let step = above.overRoot(spread, eps, isInside: isInside, bug)
      guard hasMomentum else { return x.step(w, less: step) }
      let moved = x.keep(velocity, on[momentum] * x[velocity] + step)
      x.step(w, less: isInside ? moved : alpha * moved)
    }
  }
}

extension RMSProp {
  init(_ s: RuleSettings) {
    (beta, eps, momentum) = (s("beta"), s("eps"), s("momentum"))
    decay = s.coupledDecay
    (dialect, bug) = (s.dialect, s.bug)
    isCentered = s.isOn("centered")
  }

  static var entries: [OptimizerRule] { [.rmsprop] }
}

extension OptimizerRule {
  /// RMSProp.
  public static let rmsprop = OptimizerRule(
    "rmsprop",
    title: "RMSProp",
    summary: "divides each step by the root of the averaged squared gradient",
    source: "the lecture, C2W2L07; Tieleman and Hinton 2012 (lecture 6.5 of their course)",
    settings: [
      .alpha(0.001, exceptions: [(.pytorch, 0.01)]),
      Hyperparameter(
        "beta",
        0.9,
        aliases: ["beta2", "rho"],
        range: .belowOne,
        meaning: "weight of the past in the average of the squared gradient",
        exceptions: [(.pytorch, 0.99)]
      ),
      .epsilon(1e-8, exceptions: [(.keras, 1e-7)]),
      Hyperparameter(
        "centered",
        0,
        kind: .boolean,
        range: .unit,
        meaning: "whether the square of the averaged gradient is subtracted below the root"
      ),
      Hyperparameter(
        "momentum",
        0,
        range: .belowOne,
        meaning: "weight of the past in an average of the steps"
      ),
      .weightDecay(),
    ],
    defaultDialect: .lecture,
    bugs: [.epsilonMisplaced],
    remarks: [
      "optax and keras have eps inside the root",
      "optax and keras multiply by alpha before the average of the steps, the others after it",
      "the slide that made it known has no eps at all",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with rmsprop(alpha=0.1)"
  )
}
