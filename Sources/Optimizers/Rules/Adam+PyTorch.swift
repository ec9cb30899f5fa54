internal import Arithmetic

/// Adam in PyTorch's order of operations: that of its CPU kernels without fused multiply-add.
extension Adam {
  /// `root` is the root of the second correction, `rate` is `alpha` over the first.
  @inline(__always)
  func torch(_ arrays: UpdateArrays<Scalar>, rate: Scalar, alpha: Scalar, root: Scalar) {
    let w = arrays.parameters
    let g = arrays.gradients
    let decay = weightDecay
    if isPlain {
      let kept = decay == 0 ? 1 : 1 - alpha * decay
      let constants = WideConstants(alpha: rate, first: 1, second: root, kept: kept)
      if wide(arrays, isPyTorch: true, constants) { return }
    }
    if decay == 0 {
      torch(arrays, rate, root, gradient: { g[$0] }, parameter: { w[$0] })
    } else if variant == .adamW {
      let kept = 1 - alpha * decay
      torch(arrays, rate, root, gradient: { g[$0] }, parameter: { kept * w[$0] })
    } else {
      torch(arrays, rate, root, gradient: { g[$0] + decay * w[$0] }, parameter: { w[$0] })
    }
  }

  @inline(__always)
  private func torch(
    _ arrays: UpdateArrays<Scalar>,
    _ rate: Scalar,
    _ root: Scalar,
    gradient: (Int) -> Scalar,
    parameter: (Int) -> Scalar
  ) {
    let (beta1, beta2, intake, squareIntake) = (beta1, beta2, intake, 1 - beta2)
    let epsilon = epsilon
    if hasPlainLoop {
      loop(
        arrays,
        gradient: gradient,
        mean: { $0 + intake * ($1 - $0) },
        square: { beta2 * $0 + squareIntake * $1 * $1 },
        change: { parameter($0) - rate * $1 / (Scalar.root($2) / root + epsilon) }
      )
      return
    }
    let isUndamped = settings.bug == .undamped
    let isMisplaced = settings.bug == .epsilonMisplaced
    loop(
      arrays,
      gradient: gradient,
      mean: { isUndamped ? beta1 * $0 + $1 : $0 + intake * ($1 - $0) },
      square: { beta2 * $0 + squareIntake * $1 * $1 },
      change: { i, mean, top in
        let below = Scalar.root(top) / root
        return parameter(i)
          - (isMisplaced ? rate * mean / below + epsilon : rate * mean / (below + epsilon))
      }
    )
  }
}
