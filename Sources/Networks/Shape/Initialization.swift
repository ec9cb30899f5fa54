package import Arithmetic

/// How the parameters of a network begin.
package enum Initialization: String, CaseIterable, Sendable {
  /// Weights normal with variance 2 / inputs, biases 0: for ReLU (He and others, 2015).
  case he
  /// Weights uniform with variance 2 / (inputs + outputs), biases 0: for tanh (Glorot, Bengio, 2010).
  case xavier
  /// Weights and biases uniform up to 1 / sqrt(inputs): what PyTorch's Linear does.
  case pytorch

  /// The customary choice for an activation.
  package static func customary(for activation: Activation) -> Initialization {
    activation == .relu ? .he : .xavier
  }

  /// The parameters of a seed, in the order of the parameter vector.
  package func parameters<Scalar: Real>(of shape: Architecture, seed: UInt64) -> [Scalar] {
    var generator = SeededGenerator(seed: seed)
    var parameters: [Scalar] = []
    parameters.reserveCapacity(shape.parameterCount)
    for layer in shape.layers {
      for _ in 0..<layer.weights.count {
        parameters.append(Scalar(weight(of: layer, &generator)))
      }
      for _ in 0..<layer.outputs {
        parameters.append(Scalar(bias(of: layer, &generator)))
      }
    }
    return parameters
  }

  private func weight(of layer: DenseLayer, _ generator: inout SeededGenerator) -> Double {
    let inputs = Double(layer.inputs)
    switch self {
    case .he: return generator.normal() * Double.root(2 / inputs)
    case .xavier: return Self.even(Double.root(6 / (inputs + Double(layer.outputs))), &generator)
    case .pytorch: return Self.even(1 / Double.root(inputs), &generator)
    }
  }

  private func bias(of layer: DenseLayer, _ generator: inout SeededGenerator) -> Double {
    switch self {
    case .he, .xavier: 0
    case .pytorch: Self.even(1 / Double.root(Double(layer.inputs)), &generator)
    }
  }

  private static func even(_ bound: Double, _ generator: inout SeededGenerator) -> Double {
    (2 * generator.uniform() - 1) * bound
  }
}
