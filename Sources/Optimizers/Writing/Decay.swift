/// How weight decay comes into an update.
public struct Decay: Sendable {
  /// The ways there are.
  public enum Kind: Sendable {
    /// Not at all.
    case none
    /// Added to the gradient.
    case coupled
    /// Shrinks the parameter by a share of alpha.
    case shrinking
    /// Added to the step.
    case inStep
    /// Taken from the parameter before the update, as Keras does.
    case before
  }

  /// Which of them.
  public var kind: Kind
  /// How much.
  public let amount: Setting

  /// Decay of a kind, which is none where the amount is 0.
  public init(_ kind: Kind, _ amount: Setting) {
    self.kind = amount.value == 0 ? .none : kind
    self.amount = amount
  }

  /// The gradient, with decay where that is coupled to it.
  @inlinable @inline(__always)
  public func gradient<U: Update>(_ on: U, _ x: U.P) -> U.P.N {
    kind == .coupled ? x.line("g_decayed", x.g + on[amount] * x.w) : x.g
  }

  /// The parameter, less its decay where that is apart from the step.
  @inlinable @inline(__always)
  public func parameter<U: Update>(_ on: U, _ x: inout U.P) -> U.P.N {
    if kind == .before { x.w = x.w - x.w * on[amount] * on.alpha }
    return kind == .shrinking ? (1 - on.alpha * on[amount]) * x.w : x.w
  }

  /// The step, with decay where that is a part of it.
  @inlinable @inline(__always)
  public func step<U: Update>(_ on: U, _ step: U.P.N, _ x: U.P) -> U.P.N {
    kind == .inStep ? step + on[amount] * x.w : step
  }
}
