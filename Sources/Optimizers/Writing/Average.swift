/// How an average is written: the same in exact arithmetic, not in the last bit.
public enum AverageForm: Sendable {
  /// `beta*v + (1 - beta)*g`; squares as `(1 - beta)*g^2`.
  case textbook
  /// PyTorch's `v + (1 - beta)*(g - v)`; squares as `(1 - beta)*g*g`.
  case pytorch
  /// Keras' `v + (g - v)*(1 - beta)`.
  case keras
  /// The famous mistake `beta*v + g`.
  case undamped
}

extension Dialect {
  /// How the dialect writes its averages.
  @inlinable @inline(__always)
  var averages: AverageForm { self == .pytorch ? .pytorch : self == .keras ? .keras : .textbook }

  /// The same, of a rule that Keras writes as everyone does.
  @inlinable @inline(__always)
  var plainAverages: AverageForm { self == .pytorch ? .pytorch : .textbook }
}

extension Parameter {
  /// An average of the gradient, remembered.
  @inlinable @inline(__always)
  public mutating func average(_ slot: Slot, _ beta: N.C, _ g: N, _ form: AverageForm) -> N {
    switch form {
    case .textbook: keep(slot, beta * self[slot] + (1 - beta) * g)
    case .pytorch: keep(slot, self[slot] + (1 - beta) * (g - self[slot]))
    case .keras: keep(slot, self[slot] + (g - self[slot]) * (1 - beta))
    case .undamped: keep(slot, beta * self[slot] + g)
    }
  }

  /// An average of the gradient's square, remembered.
  @inlinable @inline(__always)
  public mutating func averageSquare(_ slot: Slot, _ beta: N.C, _ g: N, _ form: AverageForm) -> N {
    switch form {
    case .pytorch: keep(slot, beta * self[slot] + (1 - beta) * g * g)
    case .keras: keep(slot, self[slot] + (.square(g) - self[slot]) * (1 - beta))
    case .textbook, .undamped: keep(slot, beta * self[slot] + (1 - beta) * .square(g))
    }
  }

  /// The largest so far, remembered.
  @inlinable @inline(__always)
  public mutating func largest(_ slot: Slot, _ s: N) -> N { keep(slot, .larger(self[slot], s)) }
}

extension Update {
  /// What an average that began with 0 is divided by, with the famous ways to get it wrong.
  @inlinable @inline(__always)
  public func correction(_ beta: Setting, _ bug: FamousBug? = nil) -> C {
    switch bug {
    case .frozenT: 1 - self[beta]
    case .correctionOffByOne: 1 - power(beta, t + 1)
    default: 1 - power(beta, t)
    }
  }
}
