import Arithmetic

/// What a layer does to each of its sums.
package enum Activation: String, CaseIterable, Sendable {
  case relu, tanh, sigmoid, linear
}

extension Activation {
  /// Computes activations from sums, which lie elsewhere.
  func apply<Scalar: NetworkScalar>(
    _ sums: UnsafePointer<Scalar>,
    count: Int,
    to result: UnsafeMutablePointer<Scalar>
  ) {
    switch self {
    case .linear: result.update(from: sums, count: count)
    case .relu: Scalar.applyReLU(sums, count: count, to: result)
    case .tanh: for index in 0..<count { result[index] = .tanh(sums[index]) }
    case .sigmoid: for index in 0..<count { result[index] = .sigmoid(sums[index]) }
    }
  }

  /// Multiplies deltas by the derivative, which each activation can tell from its own value.
  func applyDerivative<Scalar: NetworkScalar>(
    _ deltas: UnsafePointer<Scalar>,
    at values: UnsafePointer<Scalar>,
    count: Int,
    to result: UnsafeMutablePointer<Scalar>
  ) {
    switch self {
    case .linear:
      result.update(from: deltas, count: count)
    case .relu:
      Scalar.applyReLUSlope(deltas, at: values, count: count, to: result)
    case .tanh:
      for index in 0..<count { result[index] = deltas[index] * (1 - values[index] * values[index]) }
    case .sigmoid:
      for index in 0..<count {
        result[index] = deltas[index] * (values[index] * (1 - values[index]))
      }
    }
  }
}
