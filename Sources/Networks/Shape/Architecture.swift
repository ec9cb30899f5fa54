/// The shape of a dense network: the sizes of its layers and what they do to their sums.
///
/// All parameters lie in one flat vector, W1, b1, W2, b2 and so on. A weight matrix lies input by
/// input: the lecture's W, with a row per unit, column after column.
package struct Architecture: Equatable, Sendable {
  /// Inputs, units of the hidden layers, outputs.
  package let sizes: [Int]
  package let hidden: Activation
  /// What the last layer does; cross-entropy and logistic loss want `linear`.
  package let output: Activation

  /// A network with at least an input and an output layer, of at least one unit each.
  package init(sizes: [Int], hidden: Activation = .relu, output: Activation = .linear) {
    precondition(sizes.count >= 2 && sizes.allSatisfy { $0 > 0 }, "a layer needs a size")
    self.sizes = sizes
    self.hidden = hidden
    self.output = output
  }

  package var layerCount: Int { sizes.count - 1 }
  package var inputCount: Int { sizes[0] }
  package var outputCount: Int { sizes[sizes.count - 1] }
  package var parameterCount: Int { layers.reduce(0) { $0 + ($1.inputs + 1) * $1.outputs } }

  /// The layers in order, each with its place in the parameter vector.
  package var layers: [DenseLayer] {
    var offset = 0
    return (1..<sizes.count).map { index in
      let layer = DenseLayer(
        index: index,
        inputs: sizes[index - 1],
        outputs: sizes[index],
        offset: offset,
        activation: index == sizes.count - 1 ? output : hidden
      )
      offset += (layer.inputs + 1) * layer.outputs
      return layer
    }
  }

  /// The named parts of the parameter vector.
  package var views: [ParameterView] { layers.flatMap { [$0.weights, $0.biases] } }
}

/// One dense layer and its place in the parameter vector.
package struct DenseLayer: Equatable, Sendable {
  /// 1 for the first layer after the inputs.
  package var index: Int
  package var inputs: Int
  package var outputs: Int
  package var offset: Int
  package var activation: Activation

  package var weights: ParameterView {
    ParameterView(name: "W\(index)", offset: offset, rows: inputs, columns: outputs)
  }

  package var biases: ParameterView {
    ParameterView(name: "b\(index)", offset: offset + inputs * outputs, rows: 1, columns: outputs)
  }
}

/// A named part of the parameter vector: a weight matrix, one row per input, or a bias vector.
package struct ParameterView: Equatable, Sendable {
  package var name: String
  package var offset: Int
  package var rows: Int
  package var columns: Int

  package var count: Int { rows * columns }
  package var range: Range<Int> { offset..<offset + count }
}
