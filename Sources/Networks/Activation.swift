import Arithmetic

/// What a layer does to each of its sums.
package enum Activation: String, CaseIterable, Sendable {
  case relu, tanh, sigmoid, linear
}

// From one place to another, never in place: only then does the compiler turn ReLU into vectors
// instead of one unpredictable branch per value.
extension Activation {
  /// Computes activations from sums.
  func apply<Scalar: Real>(
    _ sums: UnsafePointer<Scalar>,
    count: Int,
    to result: UnsafeMutablePointer<Scalar>
  ) {
    switch self {
    case .linear: for index in 0..<count { result[index] = sums[index] }
    // Written so that NaN stays NaN.
    case .relu: for index in 0..<count { result[index] = sums[index] < 0 ? 0 : sums[index] }
    case .tanh: for index in 0..<count { result[index] = .tanh(sums[index]) }
    case .sigmoid: for index in 0..<count { result[index] = .sigmoid(sums[index]) }
    }
  }

  /// Multiplies deltas by the derivative, which each activation can tell from its own value.
  func applyDerivative<Scalar: Real>(
    _ deltas: UnsafePointer<Scalar>,
    at values: UnsafePointer<Scalar>,
    count: Int,
    to result: UnsafeMutablePointer<Scalar>
  ) {
    switch self {
    case .linear:
      for index in 0..<count { result[index] = deltas[index] }
    case .relu:
      for index in 0..<count { result[index] = values[index] > 0 ? deltas[index] : 0 }
    case .tanh:
      for index in 0..<count { result[index] = deltas[index] * (1 - values[index] * values[index]) }
    case .sigmoid:
      for index in 0..<count {
        result[index] = deltas[index] * (values[index] * (1 - values[index]))
      }
    }
  }
}
