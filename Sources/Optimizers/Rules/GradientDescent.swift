/// Gradient descent: one step against the gradient.
///
///     w = w - alpha*g
struct GradientDescent: BuiltInRule {
  let decay: Decay

  @inline(__always)
  func write<U: Update>(_ on: inout U) {
    on.each { [on] x in
      let w = decay.parameter(on, &x)
      x.step(w, less: on.alpha * decay.step(on, x.g, x))
    }
  }
}

extension GradientDescent {
  init(_ s: RuleSettings) {
    decay = Decay(s.dialect == .keras ? .before : .inStep, s("weight_decay"))
  }

  static var entries: [OptimizerRule] { [.gd] }
}

extension OptimizerRule {
  /// Gradient descent.
  public static let gd = OptimizerRule(
    "gd",
    title: "Gradient descent",
    summary: "goes against the gradient, by alpha times its length",
    source: "the lecture, C2W2L01; Cauchy 1847",
    settings: [
      .alpha(0.01, exceptions: [(.pytorch, 0.001)]),
      .weightDecay(),
    ],
    defaultDialect: .lecture,
    remarks: ["keras takes weight decay from the parameter, the others add it to the gradient"],
    example: "minimize x^2 + 10y^2 from (-5, 2) with gd(alpha=0.05)"
  )
}
