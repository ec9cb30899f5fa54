import Arithmetic

/// One batch going through a network, forward and backward, in memory that is there already.
struct Pass<Scalar: NetworkScalar> {
  let layers: [DenseLayer]
  let plan: MemoryPlan
  let rows: Int
  let parameters: UnsafePointer<Scalar>
  let memory: UnsafeMutablePointer<Scalar>

  /// The activations of a layer, row by row; 0 is the inputs.
  func activations(_ layer: Int) -> UnsafeMutablePointer<Scalar> {
    memory + plan.activations[layer]
  }

  var outputs: UnsafeMutablePointer<Scalar> { activations(layers.count) }
  var outputCount: Int { layers[layers.count - 1].outputs }

  /// Where the loss leaves its derivative by the outputs.
  var outputDeltas: UnsafeMutablePointer<Scalar> { memory + plan.incoming }

  /// Room for two numbers of each row, which a loss may use.
  var rowNumbers: UnsafeMutablePointer<Scalar> { memory + plan.rowNumbers }
}

extension Pass {
  /// Computes all activations from the inputs.
  func forward() {
    let sums = memory + plan.incoming
    for layer in layers {
      Scalar.multiply(
        MatrixProduct(
          rows: rows,
          depth: layer.inputs,
          columns: layer.outputs,
          left: UnsafePointer(activations(layer.index - 1)),
          leftStrides: (row: layer.inputs, column: 1),
          right: parameters + layer.offset,
          start: parameters + layer.biases.offset,
          result: sums
        )
      )
      layer.activation.apply(
        sums,
        count: rows * layer.outputs,
        to: activations(layer.index)
      )
    }
  }

  /// Computes the gradient of all parameters from the deltas of the outputs.
  func backward(gradient: UnsafeMutablePointer<Scalar>) {
    let incoming = memory + plan.incoming
    let deltas = memory + plan.deltas
    for layer in layers.reversed() {
      layer.activation.applyDerivative(
        incoming,
        at: activations(layer.index),
        count: rows * layer.outputs,
        to: deltas
      )
      Scalar.multiply(
        MatrixProduct(
          rows: layer.inputs,
          depth: rows,
          columns: layer.outputs,
          left: UnsafePointer(activations(layer.index - 1)),
          leftStrides: (row: 1, column: layer.inputs),
          right: UnsafePointer(deltas),
          start: nil,
          result: gradient + layer.offset
        )
      )
      Scalar.sumRows(of: deltas, rows, layer.outputs, into: gradient + layer.biases.offset)
      guard layer.index > 1 else { return }
      Scalar.multiply(
        MatrixProduct(
          rows: rows,
          depth: layer.outputs,
          columns: layer.inputs,
          left: UnsafePointer(deltas),
          leftStrides: (row: layer.outputs, column: 1),
          right: transposedWeights(of: layer),
          start: nil,
          result: incoming
        )
      )
    }
  }

  private func transposedWeights(of layer: DenseLayer) -> UnsafePointer<Scalar> {
    let weights = parameters + layer.offset
    let transposed = memory + plan.transposed
    Scalar.transpose(weights, layer.inputs, layer.outputs, into: transposed)
    return UnsafePointer(transposed)
  }
}

/// Where everything lies in the memory of a pass over at most `rowLimit` rows.
struct MemoryPlan: Equatable, Sendable {
  let rowLimit: Int
  let activations: [Int]
  /// Sums before the activation, and on the way back deltas before its derivative.
  let incoming: Int
  let deltas: Int
  let rowNumbers: Int
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
    incoming = offset
    deltas = incoming + widest * rowLimit
    rowNumbers = deltas + widest * rowLimit
    transposed = rowNumbers + 2 * rowLimit
    total = transposed + largest
  }
}
