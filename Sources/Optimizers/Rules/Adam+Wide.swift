#if arch(x86_64)
internal import Arithmetic
internal import CWideAdam

/// Adam's plain updates with the machine's widest instructions: the one place where a rule is said
/// twice, since Swift compiles no function for another machine. The bits are the same.
extension Adam {
  static var hasWide: Bool { true }

  /// Makes the update; false, with nothing done, where the machine or C has no such loop.
  func makeWide<Scalar: OptimizerScalar>(
    _ arrays: UpdateArrays<Scalar>,
    t: Double,
    alpha: Double
  ) -> Bool {
    guard isPlain, arrays.count >= 16 else { return false }
    let isPyTorch = dialect == .pytorch
    let (one, two) = bug == .betasSwapped ? (beta2, beta1) : (beta1, beta2)
    let update = LanesUpdate<Scalar.Pack>(arrays, t: t, alpha: alpha)
    let (first, second) = (update.correction(one, bug), update.correction(two, bug))
    var constants = descent_adam(
      alpha: isPyTorch ? alpha / first : alpha,
      first: first,
      second: isPyTorch ? .root(second) : second,
      beta1: one.value,
      intake1: 1 - one.value,
      beta2: two.value,
      intake2: 1 - two.value,
      epsilon: eps.value,
      kept: decay.kind == .none ? 1 : 1 - alpha * decay.amount.value
    )
    let (w, g) = (arrays.parameters, arrays.gradients)
    let (v, s, count) = (arrays.slot(0), arrays.slot(1), arrays.count)
    let isFloat = MemoryLayout<Scalar>.size == MemoryLayout<Float>.size
    let loop =
      isFloat
      ? (isPyTorch ? descent_adam_pytorch_float : descent_adam_lecture_float)
      : (isPyTorch ? descent_adam_pytorch_double : descent_adam_lecture_double)
    return loop(&constants, w, g, v, s, count) == 1
  }

  /// Whether C has the loop: nothing but averages, corrections, and a decay that shrinks.
  private var isPlain: Bool {
    !isMaximal && isCorrected && dialect != .keras && bug != .epsilonMisplaced && bug != .undamped
      && (decay.kind == .none || decay.kind == .shrinking)
  }
}
#endif
