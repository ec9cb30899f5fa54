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
    if variant != .amsgrad {
      moments(arrays, gradient: gradient) { i, v, s, w in
        w = change(w, quotient(v / first, s / second))
      }
    } else if settings.dialect == .optax {
      // Optax keeps the largest corrected value, the others the largest raw one.
      let largest = arrays.slot(2)
      moments(arrays, gradient: gradient) { i, v, s, w in
        let top = Self.larger(largest[i], s / second)
        largest[i] = top
        w = change(w, quotient(v / first, top))
      }
    } else {
      let largest = arrays.slot(2)
      moments(arrays, gradient: gradient) { i, v, s, w in
        let top = Self.larger(largest[i], s)
        largest[i] = top
        w = change(w, quotient(v / first, top / second))
      }
    }
  }

  @inline(__always)
  private func moments(
    _ arrays: UpdateArrays<Scalar>,
    gradient: (Int) -> Scalar,
    finish: (Int, Scalar, Scalar, inout Scalar) -> Void
  ) {
    let w = arrays.parameters
    let v = arrays.slot(0)
    let s = arrays.slot(1)
    let (beta1, beta2, intake, squareIntake) = (beta1, beta2, intake, 1 - beta2)
    for i in 0..<arrays.count {
      let slope = gradient(i)
      let mean = beta1 * v[i] + intake * slope
      let square = beta2 * s[i] + squareIntake * (slope * slope)
      v[i] = mean
      s[i] = square
      finish(i, mean, square, &w[i])
    }
  }

  /// The larger of two as the sheet's `max` gives it: not-a-number if either is.
  @inline(__always)
  static func larger(_ a: Scalar, _ b: Scalar) -> Scalar { a > b || a != a ? a : b }
}
