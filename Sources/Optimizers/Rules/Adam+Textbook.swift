internal import Arithmetic

/// Adam as the lecture, the paper and Optax write it, operation by operation as in the sheet.
extension Adam {
  @inline(__always)
  func textbook(_ arrays: UpdateArrays<Scalar>, alpha: Scalar, first: Scalar, second: Scalar) {
    let w = arrays.parameters
    let g = arrays.gradients
    let decay = weightDecay
    let isMisplaced = settings.bug == .epsilonMisplaced
    if isPlain {
      let kept = decay == 0 ? 1 : 1 - alpha * decay
      let constants = WideConstants(alpha: alpha, first: first, second: second, kept: kept)
      if wide(arrays, isPyTorch: false, constants) { return }
    }
    if decay == 0 {
      textbook(
        arrays,
        alpha,
        first,
        second,
        isMisplaced,
        gradient: { g[$0] },
        change: { old, step in old - step }
      )
    } else if variant != .adamW {
      textbook(
        arrays,
        alpha,
        first,
        second,
        isMisplaced,
        gradient: { g[$0] + decay * w[$0] },
        change: { old, step in old - step }
      )
    } else if settings.dialect == .paper {
      // Loshchilov and Hutter's algorithm 2 with a schedule of 1: alpha does not scale the decay.
      textbook(
        arrays,
        alpha,
        first,
        second,
        isMisplaced,
        gradient: { g[$0] },
        change: { old, step in old - (step + decay * old) }
      )
    } else {
      let kept = 1 - alpha * decay
      textbook(
        arrays,
        alpha,
        first,
        second,
        isMisplaced,
        gradient: { g[$0] },
        change: { old, step in kept * old - step }
      )
    }
  }

  @inline(__always)
  private func textbook(
    _ arrays: UpdateArrays<Scalar>,
    _ alpha: Scalar,
    _ first: Scalar,
    _ second: Scalar,
    _ isMisplaced: Bool,
    gradient: (Int) -> Scalar,
    change: (Scalar, Scalar) -> Scalar
  ) {
    let epsilon = epsilon
    if isMisplaced {
      textbook(
        arrays,
        first,
        second,
        gradient: gradient,
        change: change,
        quotient: { alpha * $0 / Scalar.root($1) + epsilon }
      )
    } else {
      textbook(
        arrays,
        first,
        second,
        gradient: gradient,
        change: change,
        quotient: { alpha * $0 / (Scalar.root($1) + epsilon) }
      )
    }
  }

  @inline(__always)
  private func textbook(
    _ arrays: UpdateArrays<Scalar>,
    _ first: Scalar,
    _ second: Scalar,
    gradient: (Int) -> Scalar,
    change: (Scalar, Scalar) -> Scalar,
    quotient: (Scalar, Scalar) -> Scalar
  ) {
    let w = arrays.parameters
    let (beta1, beta2, intake, squareIntake) = (beta1, beta2, intake, 1 - beta2)
    if variant == .amsgrad, settings.dialect == .optax {
      // Optax keeps the largest corrected value, the others the largest raw one.
      let v = arrays.slot(0)
      let s = arrays.slot(1)
      let largest = arrays.slot(2)
      for i in 0..<arrays.count {
        let slope = gradient(i)
        let mean = beta1 * v[i] + intake * slope
        let square = beta2 * s[i] + squareIntake * (slope * slope)
        let top = Self.larger(largest[i], square / second)
        v[i] = mean
        s[i] = square
        largest[i] = top
        w[i] = change(w[i], quotient(mean / first, top))
      }
    } else {
      loop(
        arrays,
        gradient: gradient,
        mean: { beta1 * $0 + intake * $1 },
        square: { beta2 * $0 + squareIntake * ($1 * $1) },
        change: { change(w[$0], quotient($1 / first, $2 / second)) }
      )
    }
  }
}
