import Arithmetic

/// What a layer does to each of its sums.
package enum Activation: String, CaseIterable, Sendable {
  case relu, tanh, sigmoid, linear
}

extension Activation {
  /// Replaces sums by activations.
  func apply<Scalar: Real>(_ values: UnsafeMutableBufferPointer<Scalar>) {
    switch self {
    case .linear: break
    // Written so that NaN stays NaN.
    case .relu:
      for index in values.indices { values[index] = values[index] < 0 ? 0 : values[index] }
    case .tanh: for index in values.indices { values[index] = .tanh(values[index]) }
    case .sigmoid: for index in values.indices { values[index] = .sigmoid(values[index]) }
    }
  }

  /// Multiplies deltas by the derivative, which each activation can tell from its own value.
  func applyDerivative<Scalar: Real>(
    _ deltas: UnsafeMutableBufferPointer<Scalar>,
    at values: UnsafePointer<Scalar>
  ) {
    switch self {
    case .linear: break
    case .relu:
      for index in deltas.indices { deltas[index] = values[index] > 0 ? deltas[index] : 0 }
    case .tanh:
      for index in deltas.indices { deltas[index] *= 1 - values[index] * values[index] }
    case .sigmoid:
      for index in deltas.indices { deltas[index] *= values[index] * (1 - values[index]) }
    }
  }
}
