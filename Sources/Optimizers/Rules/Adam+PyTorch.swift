internal import Arithmetic

/// Adam in PyTorch's order of operations (its CPU kernels without fused multiply-add), and in
/// Keras's.
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
    let w = arrays.parameters
    let v = arrays.slot(0)
    let s = arrays.slot(1)
    let (beta1, beta2, intake, squareIntake) = (beta1, beta2, intake, 1 - beta2)
    let epsilon = epsilon
    let isUndamped = settings.bug == .undamped
    if variant != .amsgrad, !isUndamped, settings.bug != .epsilonMisplaced {
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let mean = v[i] + intake * (slope - v[i])
        let square = beta2 * s[i] + squareIntake * slope * slope
        v[i] = mean
        s[i] = square
        w[i] = parameter(i) - rate * mean / (Scalar.root(square) / root + epsilon)
      }
      return
    }
    let isMaximal = variant == .amsgrad
    let isMisplaced = settings.bug == .epsilonMisplaced
    let largest = arrays.slot(isMaximal ? 2 : 1)
    for i in 0..<arrays.count {
      let slope = gradient(i)
      let mean = isUndamped ? beta1 * v[i] + slope : v[i] + intake * (slope - v[i])
      let square = beta2 * s[i] + squareIntake * slope * slope
      v[i] = mean
      s[i] = square
      var top = square
      if isMaximal {
        top = Self.larger(largest[i], square)
        largest[i] = top
      }
      let below = Scalar.root(top) / root
      let step = isMisplaced ? rate * mean / below + epsilon : rate * mean / (below + epsilon)
      w[i] = parameter(i) - step
    }
  }

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
    let w = arrays.parameters
    let g = arrays.gradients
    let v = arrays.slot(0)
    let s = arrays.slot(1)
    let (beta1, intake, squareIntake, epsilon) = (beta1, intake, 1 - beta2, epsilon)
    let isMaximal = variant == .amsgrad
    let isMisplaced = settings.bug == .epsilonMisplaced
    let isUndamped = settings.bug == .undamped
    let largest = arrays.slot(isMaximal ? 2 : 1)
    for i in 0..<arrays.count {
      let slope = g[i]
      let mean = isUndamped ? beta1 * v[i] + slope : v[i] + (slope - v[i]) * intake
      let square = s[i] + (slope * slope - s[i]) * squareIntake
      v[i] = mean
      s[i] = square
      var top = square
      if isMaximal {
        top = Self.larger(largest[i], square)
        largest[i] = top
      }
      let root = Scalar.root(top)
      let step = isMisplaced ? rate * mean / root + epsilon : rate * mean / (root + epsilon)
      w[i] = parameter(i) - step
    }
  }
}
