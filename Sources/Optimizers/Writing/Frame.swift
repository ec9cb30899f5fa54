/// What every rule can be told beside its own settings: to hold the gradient's norm, to go uphill,
/// to leave out steps against the gradient's sign.
struct Frame: Sendable {
  let clipping: Clipping
  let isMaximizing, isCautious: Bool

  init(_ s: RuleSettings) {
    clipping = Clipping(s("clip"), isByShare: s.dialect == .pytorch)
    (isMaximizing, isCautious) = (s.isOn("maximize"), s.isOn("cautious"))
  }

  /// Whether there is anything to do.
  var isEmpty: Bool { clipping.limit.value == 0 && !isMaximizing && !isCautious }

  /// Writes a rule's update in this frame.
  @inline(__always)
  func write<U: Update, R: Rule>(_ rule: R, _ on: inout U) {
    if clipping.limit.value != 0 {
      let norm = on.total(.norm, "norm_g", over: .all) { $0.g }
      on.takeGradient(clipping.clipped(on, norm))
    }
    if isMaximizing { on.takeGradient { -$0.g } }
    guard isCautious else { return rule.write(&on) }
    let step = on.passing("move")
    on.waiting = step
    rule.write(&on)
    on.waiting = nil
    makeSteps(&on, step)
  }

  /// Makes the steps that go against the gradient, the longer the fewer there are.
  ///
  /// So stands it in Liang et al. (2024); their code has the mean of each array's mask.
  @inline(__always)
  private func makeSteps<U: Update>(_ on: inout U, _ step: U.P.Slot) {
    let mask = on.passing("mask")
    on.each { $0.keep(mask, .above($0[step] * $0.g, 0, .init(1), .init(0))) }
    let mean = on.total(.mean, "mean_mask", over: .all) { $0[mask] }
    let kept = on.line("kept", .larger(mean, 0.001))
    on.each { $0.w = $0.w - $0[step] * $0[mask] / kept }
  }

  /// The optimizer of a rule in this frame.
  func optimizer<R: Rule, Scalar: OptimizerScalar>(
    _ rule: R,
    alpha: Double,
    _: Scalar.Type
  ) -> Optimizer<Scalar> {
    #if !arch(wasm32)
    // Apart, so that a loop without a frame has no branch for it; the browser's engine is smaller
    // with one loop for both.
    if isEmpty { return Optimizer(rule, alpha: alpha) }
    #endif
    return Optimizer(Framed(rule: rule, frame: self), alpha: alpha)
  }

  private struct Framed<R: Rule>: Rule {
    let rule: R
    let frame: Frame

    @inline(__always)
    func write<U: Update>(_ on: inout U) { frame.write(rule, &on) }
  }
}
