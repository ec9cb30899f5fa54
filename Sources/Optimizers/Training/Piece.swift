public import Arithmetic

/// What is done to the gradients before a rule sees them, to be put into
/// ``Optimizer/chain(_:rule:decay:schedule:)``.
///
/// It has no memory: what has one is a rule of its own.
///
/// ```swift
/// let noisy = Piece<Double>.map { g, w in g + 0.5 * w * w }
/// ```
public struct Piece<Scalar: OptimizerScalar>: Sendable {
  /// Whose form of clipping is meant: the same but for rounding, and for gradients near 0.
  public enum ClipForm: String, Equatable, Sendable {
    /// `optax.clip_by_global_norm`: `g / norm * limit` where the norm is not below the limit.
    case optax
    /// `torch.nn.utils.clip_grad_norm_`: `g * min(1, limit / (norm + 1e-6))`.
    case pytorch
  }

  /// Changes gradients; it is given the parameters to read, and the norm of all gradients of the
  /// update as this piece finds them, or 0 where it has not asked for it.
  @usableFromInline typealias Change =
    @Sendable (
      _ gradients: UnsafeMutableBufferPointer<Scalar>,
      _ parameters: UnsafeBufferPointer<Scalar>,
      _ norm: Double
    ) -> Void

  /// How the chain prints it.
  public let description: String
  /// A setting to be checked.
  let setting: (name: String, value: Double, range: HyperparameterRange)?
  @usableFromInline let wantsNorm: Bool
  @usableFromInline let change: Change

  @usableFromInline
  init(
    _ name: String,
    _ value: Double?,
    wantsNorm: Bool = false,
    range: HyperparameterRange = .positive,
    _ change: @escaping Change
  ) {
    setting = value.map { (name, $0, range) }
    description = value.map { "\(name)(\(NumberText.shortest($0)))" } ?? name
    self.wantsNorm = wantsNorm
    self.change = change
  }

  /// Shrinks all gradients of an update together to a length of at most `limit`, above 0.
  @inlinable
  public static func clip(norm limit: Double, as form: ClipForm = .optax) -> Piece {
    let clipping = Clipping(Setting("clip", limit), isByShare: form == .pytorch)
    let clipper = Optimizer<Scalar>(Clipper(clipping), alpha: 1)
    return Piece("clip_norm", limit, wantsNorm: true) { g, _, norm in
      guard let start = g.baseAddress else { return }
      let arrays = UpdateArrays(
        parameters: start,
        gradients: UnsafePointer(start),
        count: g.count,
        firstSlot: start,
        stride: 0,
        scalars: nil
      )
      clipper.update(arrays, t: 1, alpha: norm)
    }
  }

  /// Keeps each number of the gradient within `-limit` and `limit`, above 0: `optax.clip`,
  /// `torch.nn.utils.clip_grad_value_`.
  @inlinable
  public static func clip(value limit: Double) -> Piece {
    let top = Scalar(limit)
    return Piece("clip_value", limit) { g, _, _ in
      for index in g.indices { g[index] = min(max(g[index], -top), top) }
    }
  }

  /// Adds a pull towards 0, `amount*w`, of at least 0: `optax.add_decayed_weights` before a rule,
  /// and what PyTorch's rules call `weight_decay`, but for AdamW.
  @inlinable
  public static func decay(_ amount: Double) -> Piece {
    let factor = Scalar(amount)
    return Piece("decay", amount, range: .notNegative) { g, w, _ in
      for index in g.indices { g[index] += factor * w[index] }
    }
  }

  /// Something of your own: the new gradient from the gradient and its parameter.
  @inlinable
  public static func map(
    _ change: @escaping @Sendable (_ gradient: Scalar, _ parameter: Scalar) -> Scalar
  ) -> Piece {
    Piece("map", nil) { g, w, _ in
      for index in g.indices { g[index] = change(g[index], w[index]) }
    }
  }
}

extension Array {
  /// Brings gradients of several groups together to a length of at most `limit`, in place: chains
  /// know the arrays of one group only.
  ///
  /// ```swift
  /// var gradients: [[Double]] = [[3], [0, 4]]
  /// let before = gradients.clip(norm: 1)  // 5, the norm before
  /// // gradients are now [[0.6], [0, 0.8]]
  /// ```
  ///
  /// - Returns: the norm before.
  @inlinable @discardableResult
  public mutating func clip<Scalar: OptimizerScalar>(
    norm limit: Double,
    as form: Piece<Scalar>.ClipForm = .optax
  ) -> Double where Element == [Scalar] {
    var total = OrderedTotal(.norm)
    for array in self {
      array.withUnsafeBufferPointer { g in
        if let start = g.baseAddress { total.add(start, g.count) }
      }
    }
    let norm = total.value
    let piece = Piece<Scalar>.clip(norm: limit, as: form)
    for index in indices {
      self[index].withUnsafeMutableBufferPointer { g in
        piece.change(g, UnsafeBufferPointer(g), norm)
      }
    }
    return norm
  }
}
