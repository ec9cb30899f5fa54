import Arithmetic

/// One batch going through a network, forward and backward, in memory that is there already.
struct Pass<Scalar: NetworkScalar> {
  let layers: [Layer]
  let plan: MemoryPlan
  let rows: Int
  let parameters: UnsafePointer<Scalar>
  let memory: UnsafeMutablePointer<Scalar>

  /// The activations of a layer, row by row; 0 is the inputs.
  func activations(_ layer: Int) -> UnsafeMutablePointer<Scalar> {
    memory + plan.activations[layer]
  }

  var outputs: UnsafeMutablePointer<Scalar> { activations(layers.count) }

  /// Where the loss leaves its derivative by the outputs.
  var deltas: UnsafeMutablePointer<Scalar> { memory + plan.deltas }
}

extension Pass {
  /// Computes all activations from the inputs.
  func forward() {
    for layer in layers {
      let result = activations(layer.index)
      Scalar.multiply(
        MatrixProduct(
          rows: rows,
          depth: layer.inputs,
          columns: layer.outputs,
          left: UnsafePointer(activations(layer.index - 1)),
          leftStrides: (row: layer.inputs, column: 1),
          right: parameters + layer.offset,
          start: parameters + layer.biases.offset,
          result: result
        )
      )
      layer.activation.apply(
        UnsafeMutableBufferPointer(start: result, count: rows * layer.outputs)
      )
    }
  }

  /// Computes the gradient of all parameters from the deltas of the outputs.
  func backward(gradient: UnsafeMutablePointer<Scalar>) {
    var delta = deltas
    var spare = memory + plan.spareDeltas
    for layer in layers.reversed() {
      let values = activations(layer.index)
      layer.activation.applyDerivative(
        UnsafeMutableBufferPointer(start: delta, count: rows * layer.outputs),
        at: values
      )
      let inputs = UnsafePointer(activations(layer.index - 1))
      Scalar.multiply(
        MatrixProduct(
          rows: layer.inputs,
          depth: rows,
          columns: layer.outputs,
          left: inputs,
          leftStrides: (row: 1, column: layer.inputs),
          right: UnsafePointer(delta),
          start: nil,
          result: gradient + layer.offset
        )
      )
      sumRows(of: delta, width: layer.outputs, into: gradient + layer.biases.offset)
      guard layer.index > 1 else { return }
      Scalar.multiply(
        MatrixProduct(
          rows: rows,
          depth: layer.outputs,
          columns: layer.inputs,
          left: UnsafePointer(delta),
          leftStrides: (row: layer.outputs, column: 1),
          right: transposedWeights(of: layer),
          start: nil,
          result: spare
        )
      )
      swap(&delta, &spare)
    }
  }

  private func sumRows(
    of delta: UnsafePointer<Scalar>,
    width: Int,
    into sums: UnsafeMutablePointer<Scalar>
  ) {
    for column in 0..<width { sums[column] = delta[column] }
    for row in 1..<max(rows, 1) {
      let values = delta + row * width
      for column in 0..<width { sums[column] += values[column] }
    }
  }

  private func transposedWeights(of layer: Layer) -> UnsafePointer<Scalar> {
    let weights = parameters + layer.offset
    let transposed = memory + plan.transposed
    for input in 0..<layer.inputs {
      for output in 0..<layer.outputs {
        transposed[output * layer.inputs + input] = weights[input * layer.outputs + output]
      }
    }
    return UnsafePointer(transposed)
  }
}

/// Where everything lies in the memory of a pass over at most `rowLimit` rows.
struct MemoryPlan: Equatable, Sendable {
  let rowLimit: Int
  let activations: [Int]
  let deltas: Int
  let spareDeltas: Int
  let transposed: Int
  let total: Int

  init(_ shape: Architecture, rowLimit: Int) {
    self.rowLimit = rowLimit
    var offset = 0
    activations = shape.sizes.map { size in
      defer { offset += size * rowLimit }
      return offset
    }
    let widest = shape.sizes.max() ?? 0
    let largest = shape.layers.map { $0.weights.count }.max() ?? 0
    deltas = offset
    spareDeltas = deltas + widest * rowLimit
    transposed = spareDeltas + widest * rowLimit
    total = transposed + largest
  }
}
