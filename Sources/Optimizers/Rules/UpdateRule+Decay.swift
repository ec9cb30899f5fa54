extension UpdateRule {
  /// Hands `step` the gradient and the old parameter of an index, weight decay in one of them: Keras
  /// takes it from the parameter, the others add it to the gradient.
  @inline(__always)
  func decayed(
    _ arrays: UpdateArrays<Scalar>,
    by decay: Scalar,
    alpha: Scalar,
    step: (_ gradient: (Int) -> Scalar, _ parameter: (Int) -> Scalar) -> Void
  ) {
    let w = arrays.parameters
    let g = arrays.gradients
    if decay == 0 {
      step({ g[$0] }, { w[$0] })
    } else if settings.dialect == .keras {
      step({ g[$0] }, { w[$0] - w[$0] * decay * alpha })
    } else {
      step({ g[$0] + decay * w[$0] }, { w[$0] })
    }
  }
}
