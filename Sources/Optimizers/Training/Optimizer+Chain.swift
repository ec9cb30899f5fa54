public import Arithmetic

extension Optimizer {
  /// A rule with what comes before and behind it, in the order of reading: pieces change the
  /// gradients one after the other, the rule makes its update of what comes out.
  ///
  /// ```swift
  /// let chain = try Optimizer<Double>.chain(
  ///   .clip(norm: 1),
  ///   .decay(0.01),
  ///   rule: Optimizer(.adam, ["beta2": 0.99]),
  ///   schedule: .warmUpCosine(to: 0.1, over: 10, then: 0.001, over: 90)
  /// )
  /// ```
  ///
  /// The norm is that of all arrays of one call. A chain has the state of its rule, and steps as a
  /// rule does; while it does, it holds a copy of one array's gradient.
  ///
  /// - Parameters:
  ///   - pieces: what is done to the gradients first; a rule that is a chain does its own behind them.
  ///   - rule: what makes the update: a built-in rule or one of your own.
  ///   - decay: what share of alpha each parameter loses before the update, apart from the rule, as in
  ///     AdamW and as `optax.add_decayed_weights` behind a rule; of at least 0. It is added to that of
  ///     `rule`.
  ///   - schedule: the learning rates; left out, it is the rule's.
  /// - Throws: ``HyperparameterError`` when a number leaves its range.
  public static func chain(
    _ pieces: Piece<Scalar>...,
    rule: Optimizer,
    decay: Double = 0,
    schedule: Schedule? = nil
  ) throws(HyperparameterError) -> Optimizer {
    for piece in pieces {
      guard let setting = piece.setting, !setting.range.contains(setting.value) else { continue }
      throw .outOfRange(setting: setting.name, value: setting.value, range: setting.range)
    }
    guard HyperparameterRange.notNegative.contains(decay) else {
      throw .outOfRange(setting: "decay", value: decay, range: .notNegative)
    }
    var chain = rule
    chain.pieces = pieces + rule.pieces
    chain.decay += decay
    chain.schedule = schedule ?? rule.schedule
    return chain
  }

  /// Whether there is anything beside the rule that looks at arrays.
  @inlinable var isChain: Bool { !pieces.isEmpty || decay != 0 }

  /// For each piece that asks for it the norm of all gradients as they come to it, for others 0.
  @inlinable
  func norms(_ arrays: (_ visit: Visit) -> Void) -> [Double] {
    var norms = [Double](repeating: 0, count: pieces.count)
    for index in pieces.indices where pieces[index].wantsNorm {
      var norm = OrderedTotal(.norm)
      arrays { w, g in
        withChanged(g, w, by: index, norms) { g in
          if let start = g.baseAddress { norm.add(start, g.count) }
        }
      }
      norms[index] = norm.value
    }
    return norms
  }

  /// Makes an update, or a part of one, with all that belongs to the chain.
  @inlinable
  func update(_ arrays: UpdateArrays<Scalar>, _ moment: Moment, _ layers: [Int]? = nil) {
    let (t, alpha) = (moment.t, moment.alpha)
    guard isChain else { return update(arrays, layers: layers, t: t, alpha: alpha) }
    let g = UnsafeBufferPointer(start: arrays.gradients, count: arrays.count)
    let w = UnsafeBufferPointer(start: arrays.parameters, count: arrays.count)
    withChanged(g, w, by: pieces.count, moment.norms) { g in
      if decay != 0 {
        let kept = Scalar(1 - alpha * decay)
        for index in 0..<arrays.count { arrays.parameters[index] *= kept }
      }
      guard let gradients = g.baseAddress else { return }
      update(arrays.with(gradients: gradients), layers: layers, t: t, alpha: alpha)
    }
  }

  /// Hands over the gradients as the first pieces have changed them.
  @inlinable
  func withChanged(
    _ gradients: UnsafeBufferPointer<Scalar>,
    _ parameters: UnsafeBufferPointer<Scalar>,
    by count: Int,
    _ norms: [Double],
    _ body: (UnsafeBufferPointer<Scalar>) -> Void
  ) {
    guard count > 0 else { return body(gradients) }
    withUnsafeTemporaryAllocation(of: Scalar.self, capacity: gradients.count) { memory in
      _ = memory.initialize(from: gradients)
      for index in 0..<count { pieces[index].change(memory, parameters, norms[index]) }
      body(UnsafeBufferPointer(memory))
    }
  }
}
