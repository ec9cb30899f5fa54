/// Holding gradients to a length, in one of the two forms there are: they differ by rounding, and
/// for gradients near 0.
@usableFromInline
struct Clipping: Sendable {
  @usableFromInline let limit: Setting
  /// Whether the gradient is multiplied by a share, as PyTorch does it.
  @usableFromInline let isByShare: Bool

  @usableFromInline
  init(_ limit: Setting, isByShare: Bool) {
    self.limit = limit
    self.isByShare = isByShare
  }

  /// A parameter's gradient after it: `torch.nn.utils.clip_grad_norm_` or
  /// `optax.clip_by_global_norm`.
  @inlinable @inline(__always)
  func clipped<U: Update>(_ on: U, _ norm: U.C) -> (U.P) -> U.P.N {
    let limit = on[limit]
    guard isByShare else {
      return { .choose(limit > norm, $0.g, $0.g / norm * limit) }
    }
    let share = on.line("share_g", .smaller(limit / (norm + 1e-6), 1))
    return { share * $0.g }
  }
}

/// Clipping apart from a rule: the parameters become their clipped gradients, the rate is the norm.
@usableFromInline
struct Clipper: Rule {
  let clipping: Clipping

  @usableFromInline
  init(_ clipping: Clipping) { self.clipping = clipping }

  @usableFromInline @inline(__always)
  func write<U: Update>(_ on: inout U) {
    let clipped = clipping.clipped(on, on.alpha)
    on.each { $0.w = clipped($0) }
  }
}
