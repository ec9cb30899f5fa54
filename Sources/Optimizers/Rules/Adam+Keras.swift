internal import Arithmetic

/// Adam as Keras computes it, with both corrections in the learning rate.
extension Adam {
  /// `rate` holds both corrections, so epsilon stands beside the root of the raw second moment.
  @inline(__always)
  func keras(_ arrays: UpdateArrays<Scalar>, alpha: Scalar, rate: Scalar) {
    let w = arrays.parameters
    let decay = weightDecay
    if decay == 0 {
      keras(arrays, rate, parameter: { w[$0] })
    } else {
      keras(arrays, rate, parameter: { w[$0] - w[$0] * decay * alpha })
    }
  }

  @inline(__always)
  private func keras(
    _ arrays: UpdateArrays<Scalar>,
    _ rate: Scalar,
    parameter: (Int) -> Scalar
  ) {
    let g = arrays.gradients
    let (beta1, intake, squareIntake, epsilon) = (beta1, intake, 1 - beta2, epsilon)
    if hasPlainLoop {
      loop(
        arrays,
        gradient: { g[$0] },
        mean: { $0 + ($1 - $0) * intake },
        square: { $0 + ($1 * $1 - $0) * squareIntake },
        change: { parameter($0) - rate * $1 / (Scalar.root($2) + epsilon) }
      )
      return
    }
    let isUndamped = settings.bug == .undamped
    let isMisplaced = settings.bug == .epsilonMisplaced
    loop(
      arrays,
      gradient: { g[$0] },
      mean: { isUndamped ? beta1 * $0 + $1 : $0 + ($1 - $0) * intake },
      square: { $0 + ($1 * $1 - $0) * squareIntake },
      change: { i, mean, top in
        let root = Scalar.root(top)
        return parameter(i)
          - (isMisplaced ? rate * mean / root + epsilon : rate * mean / (root + epsilon))
      }
    )
  }
}
