internal import Arithmetic

#if arch(x86_64)
internal import CWideAdam
#endif

/// Adam's plain loops with the machine's widest instructions, where it has wider ones than every
/// machine of its kind; the bits are the same.
extension Adam {
  /// What the loop reads, as C takes it.
  struct WideConstants {
    var alpha: Scalar
    var first: Scalar
    var second: Scalar
    /// What weight decay leaves of a parameter: multiplying by 1 changes no bit.
    var kept: Scalar
  }

  /// Makes the update with wide instructions; false, with nothing done, where there are none.
  @inline(__always)
  func wide(_ arrays: UpdateArrays<Scalar>, isPyTorch: Bool, _ k: WideConstants) -> Bool {
    #if arch(x86_64)
    // Less than a vector is not worth the call; and so the Swift loop is tested on every machine.
    guard arrays.count >= 16 else { return false }
    if Scalar.self == Float.self {
      var constants = descent_adam_float()
      constants.alpha = unsafeBitCast(k.alpha, to: Float.self)
      constants.first = unsafeBitCast(k.first, to: Float.self)
      constants.second = unsafeBitCast(k.second, to: Float.self)
      constants.beta1 = unsafeBitCast(beta1, to: Float.self)
      constants.intake1 = unsafeBitCast(intake, to: Float.self)
      constants.beta2 = unsafeBitCast(beta2, to: Float.self)
      constants.intake2 = 1 - constants.beta2
      constants.epsilon = unsafeBitCast(epsilon, to: Float.self)
      constants.kept = unsafeBitCast(k.kept, to: Float.self)
      let w = pointer(arrays.parameters, Float.self)
      let g = pointer(UnsafeMutablePointer(mutating: arrays.gradients), Float.self)
      let v = pointer(arrays.slot(0), Float.self)
      let s = pointer(arrays.slot(1), Float.self)
      let loop = isPyTorch ? descent_adam_pytorch_float : descent_adam_lecture_float
      return loop(&constants, w, g, v, s, arrays.count) == 1
    }
    if Scalar.self == Double.self {
      var constants = descent_adam_double()
      constants.alpha = unsafeBitCast(k.alpha, to: Double.self)
      constants.first = unsafeBitCast(k.first, to: Double.self)
      constants.second = unsafeBitCast(k.second, to: Double.self)
      constants.beta1 = unsafeBitCast(beta1, to: Double.self)
      constants.intake1 = unsafeBitCast(intake, to: Double.self)
      constants.beta2 = unsafeBitCast(beta2, to: Double.self)
      constants.intake2 = 1 - constants.beta2
      constants.epsilon = unsafeBitCast(epsilon, to: Double.self)
      constants.kept = unsafeBitCast(k.kept, to: Double.self)
      let w = pointer(arrays.parameters, Double.self)
      let g = pointer(UnsafeMutablePointer(mutating: arrays.gradients), Double.self)
      let v = pointer(arrays.slot(0), Double.self)
      let s = pointer(arrays.slot(1), Double.self)
      let loop = isPyTorch ? descent_adam_pytorch_double : descent_adam_lecture_double
      return loop(&constants, w, g, v, s, arrays.count) == 1
    }
    #endif
    return false
  }

  /// The same memory; `Number` is `Scalar`, as the caller has made sure.
  @inline(__always)
  private func pointer<Number>(
    _ memory: UnsafeMutablePointer<Scalar>,
    _: Number.Type
  ) -> UnsafeMutablePointer<Number> {
    UnsafeMutableRawPointer(memory).assumingMemoryBound(to: Number.self)
  }
}
