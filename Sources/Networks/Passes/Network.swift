import Arithmetic

/// A dense network with a loss, without its parameters.
///
/// Parameters, gradient and scratch memory are the caller's. Parameters and gradient are flat
/// vectors, laid out as `shape.views` says.
package struct Network<Scalar: NetworkScalar>: Sendable {
  package let shape: Architecture
  package let loss: Loss
  let layers: [DenseLayer]
  let plan: MemoryPlan

  /// A network that passes at most `rowLimit` examples at once.
  package init(_ shape: Architecture, loss: Loss, rowLimit: Int) {
    self.shape = shape
    self.loss = loss
    layers = shape.layers
    plan = MemoryPlan(shape, rowLimit: rowLimit)
  }
}

// What takes the time goes through the scalar type: see `NetworkScalar`.
extension Network {
  /// The mean loss over some examples, and its derivative by each parameter in `gradient`.
  ///
  /// Allocates nothing. Sums run in the order of the examples given.
  func lossAndGradient(
    _ rows: RowList,
    of examples: Examples<Scalar>,
    parameters: UnsafePointer<Scalar>,
    gradient: UnsafeMutablePointer<Scalar>,
    memory: UnsafeMutablePointer<Scalar>
  ) -> Double {
    Scalar.lossAndGradient(
      self,
      Batch(rows: rows, examples: examples),
      parameters: parameters,
      gradient: gradient,
      memory: memory
    )
  }

  /// The mean loss over some examples and its gradient, in new memory.
  package func lossAndGradient(
    _ rows: [Int],
    of examples: Examples<Scalar>,
    parameters: [Scalar]
  ) -> (loss: Double, gradient: [Scalar]) {
    var gradient = [Scalar](repeating: 0, count: shape.parameterCount)
    let loss = withMemory(for: parameters, rowCount: rows.count) { parameters, list, memory in
      for (index, row) in rows.enumerated() { list[index] = row }
      return gradient.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map {
          lossAndGradient(
            list,
            of: examples,
            parameters: parameters,
            gradient: $0,
            memory: memory
          )
        }
      }
    }
    return (loss ?? .nan, gradient)
  }

  /// The mean loss over all examples, and the share that is classified right.
  package func evaluate(_ examples: Examples<Scalar>, parameters: [Scalar]) -> Evaluation {
    var total = 0.0
    var right: Int? = 0
    eachPart(of: examples, parameters) { batch, parameters, memory in
      let part = Scalar.evaluate(self, batch, parameters: parameters, memory: memory)
      total += part.loss
      right = right.flatMap { sum in part.right.map { sum + $0 } }
    }
    let count = Double(examples.count)
    return Evaluation(loss: total / count, accuracy: right.map { Double($0) / count })
  }

  /// What the network says to inputs, given example by example, before softmax or logistic function.
  package func outputs(for inputs: [Scalar], parameters: [Scalar]) -> [Scalar] {
    let examples = Examples<Scalar>(
      inputs: inputs,
      inputCount: shape.inputCount,
      targets: .values([])
    )
    var outputs: [Scalar] = []
    eachPart(of: examples, parameters) { batch, parameters, memory in
      Scalar.forward(self, batch, parameters: parameters, memory: memory)
      outputs.append(
        contentsOf: UnsafeBufferPointer(
          start: memory + plan.activations[layers.count],
          count: batch.rows.count * shape.outputCount
        )
      )
    }
    return outputs
  }
}

/// How well a network does on examples.
package struct Evaluation: Equatable, Sendable {
  package var loss: Double
  /// The share classified right, from 0 to 1; nil where there are no classes.
  package var accuracy: Double?
}

extension Network {
  /// Hands out the examples in parts that the memory has room for.
  private func eachPart(
    of examples: Examples<Scalar>,
    _ parameters: [Scalar],
    _ body: (Batch<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
  ) {
    withMemory(for: parameters, rowCount: plan.rowLimit) { parameters, list, memory in
      for start in stride(from: 0, to: examples.count, by: plan.rowLimit) {
        let rows = list.part(0..<min(plan.rowLimit, examples.count - start))
        rows.number(from: start)
        body(Batch(rows: rows, examples: examples), parameters, memory)
      }
    }
  }

  private func withMemory<Result>(
    for parameters: [Scalar],
    rowCount: Int,
    _ body: (UnsafePointer<Scalar>, RowList, UnsafeMutablePointer<Scalar>) -> Result
  ) -> Result {
    precondition(parameters.count == shape.parameterCount, "parameters have the network's length")
    var memory = [Scalar](repeating: 0, count: plan.total)
    var rows = [Int32](repeating: 0, count: rowCount)
    return rows.withUnsafeMutableBytes { rows in
      memory.withUnsafeMutableBufferPointer { memory in
        parameters.withUnsafeBufferPointer { parameters in
          guard let rows = rows.baseAddress, let memory = memory.baseAddress,
            let parameters = parameters.baseAddress
          else { preconditionFailure("a network has parameters, a batch has rows") }
          return body(parameters, RowList(memory: rows, count: rowCount), memory)
        }
      }
    }
  }
}
