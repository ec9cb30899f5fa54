extension Number {
  /// The number over `below + eps`; the famous mistake forgets the bracket.
  @inlinable @inline(__always)
  public func over(_ below: Self, _ eps: C, _ bug: FamousBug? = nil) -> Self {
    bug == .epsilonMisplaced ? self / below + eps : self / (below + eps)
  }

  /// The number over the root of `spread`, with `eps` beside the root or inside it.
  @inlinable @inline(__always)
  public func overRoot(
    _ spread: Self,
    _ eps: C,
    isInside: Bool,
    _ bug: FamousBug? = nil
  ) -> Self {
    isInside && bug != .epsilonMisplaced
      ? self / .root(spread + eps) : over(.root(spread), eps, bug)
  }
}
