/// Gradient descent with momentum: the step follows an average of the gradients.
///
/// PyTorch and Optax leave the factor `1 - beta` out (`alpha` is then `1 / (1 - beta)` times as large
/// for the same way down); Keras and the paper keep a velocity that holds `alpha`. PyTorch's first
/// average is the gradient itself, dampening or not.
struct Momentum: BuiltInRule {
  let beta, dampening: Setting
  let decay: Decay
  let dialect: Dialect
  let bug: FamousBug?
  let isNesterov, isCorrected, isDampened, isBetaDampened: Bool

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    switch dialect {
    case .keras, .paper: velocity(&on)
    case .lecture, .pytorch, .optax: average(&on)
    }
  }

  @inline(__always)
  private func average<U: Update>(_ on: inout U) {
    let beta = on[beta]
    let v = on.slot("v")
    let correction = on.correction(self.beta)
    let isLecture = dialect == .lecture
    on.each { [on] x in
      let g = decay.gradient(on, x)
      let taken =
        bug == .undamped
        ? g : isBetaDampened ? (1 - beta) * g : isDampened ? (1 - on[dampening]) * g : g
      var mean = beta * x[v] + taken
      if !isLecture, isDampened { mean = .choose(on.t > 1, mean, g) }
      mean = x.keep(v, mean)
      if isCorrected { mean = x.line("v_hat", mean / correction) }
      let ahead = isNesterov ? beta * mean + (isLecture ? taken : g) : mean
      x.step(x.w, less: on.alpha * ahead)
    }
  }

  @inline(__always)
  private func velocity<U: Update>(_ on: inout U) {
    let beta = on[beta]
    let v = on.slot("v")
    on.each { [on] x in
      let w = decay.parameter(on, &x)
      let change = on.alpha * decay.gradient(on, x)
      let v = x.keep(v, beta * x[v] - change)
      x.step(w, plus: isNesterov ? beta * v - change : v)
    }
  }
}

extension Momentum {
  init(_ s: RuleSettings) {
    (beta, dampening) = (s("beta"), s("dampening"))
    decay = s.coupledDecay
    (dialect, bug) = (s.dialect, s.bug)
    (isNesterov, isCorrected) = (s.isOn("nesterov"), s.isOn("corrected"))
    isDampened = s.number("dampening") != 0
    isBetaDampened = s.dialect == .lecture && s["dampening"] == nil
  }

  static var entries: [OptimizerRule] { [.momentum] }
}

extension OptimizerRule {
  /// Gradient descent with momentum.
  public static let momentum = OptimizerRule(
    "momentum",
    title: "Momentum",
    summary: "follows an average of the gradients, so that what swings cancels out",
    source: "the lecture, C2W2L06; Polyak 1964; nesterov after Sutskever et al. 2013",
    settings: [
      .alpha(0.01, exceptions: [(.pytorch, 0.001)]),
      Hyperparameter(
        "beta",
        0.9,
        aliases: ["beta1", "momentum", "mu"],
        range: .belowOne,
        meaning: "weight of the past in the average of the gradient"
      ),
      Hyperparameter(
        "dampening",
        nil,
        range: .unit,
        meaning: "the gradient enters with 1 - dampening; left out, the lecture has beta there",
        dialects: [.lecture, .pytorch],
        exceptions: [(.pytorch, 0)]
      ),
      Hyperparameter(
        "nesterov",
        0,
        kind: .boolean,
        range: .unit,
        meaning: "whether to step along the average as it will be after one more gradient"
      ),
      .corrected(
        false,
        meaning: "whether the average is corrected for its start at 0",
        dialects: [.lecture]
      ),
      .weightDecay(),
    ],
    defaultDialect: .lecture,
    bugs: [.undamped],
    remarks: [
      "pytorch and optax have no factor 1 - beta: the same way down needs alpha*(1 - beta)",
      "pytorch with dampening starts from the whole first gradient",
      "keras and the paper keep a velocity that holds alpha",
    ],
    example: "minimize x^2 + 10y^2 from (-5, 2) with momentum(alpha=0.05, beta=0.9)"
  )
}
