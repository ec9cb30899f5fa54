import Arithmetic

/// A dense network with a loss, and the memory that a pass through it needs.
///
/// The parameters are the caller's: one flat vector, laid out as `shape.views` says.
package struct Network<Scalar: NetworkScalar>: Sendable {
  package let shape: Architecture
  package let loss: Loss
  private let layers: [Layer]
  private let plan: MemoryPlan
  private var memory: [Scalar]

  /// A network that passes at most `rowLimit` examples at once.
  package init(_ shape: Architecture, loss: Loss, rowLimit: Int) {
    self.shape = shape
    self.loss = loss
    layers = shape.layers
    plan = MemoryPlan(shape, rowLimit: rowLimit)
    memory = Array(repeating: 0, count: plan.total)
  }
}

extension Network {
  /// The mean loss over some examples, and its derivative by each parameter in `gradient`.
  ///
  /// Allocates nothing. Sums run in the order of the examples given.
  package mutating func lossAndGradient(
    _ rows: ArraySlice<Int>,
    of examples: Examples<Scalar>,
    parameters: [Scalar],
    gradient: inout [Scalar]
  ) -> Double {
    Scalar.lossAndGradient(
      &self,
      rows,
      of: examples,
      parameters: parameters,
      gradient: &gradient
    )
  }

  /// The mean loss over all examples, and the share that is classified right.
  package mutating func evaluate(
    _ examples: Examples<Scalar>,
    parameters: [Scalar]
  ) -> Evaluation {
    Scalar.evaluate(&self, examples, parameters: parameters)
  }

  mutating func computeLossAndGradient(
    _ rows: ArraySlice<Int>,
    of examples: Examples<Scalar>,
    parameters: [Scalar],
    gradient: inout [Scalar]
  ) -> Double {
    precondition(gradient.count == shape.parameterCount, "a gradient has the parameters' length")
    let (loss, width) = (loss, shape.outputCount)
    return pass(rows, of: examples, parameters: parameters) { pass in
      pass.forward()
      let total = loss.evaluate(
        pass.outputs,
        width: width,
        targets: examples.targets,
        examples: rows,
        deltas: pass.outputDeltas
      )
      gradient.withUnsafeMutableBufferPointer { buffer in
        if let start = buffer.baseAddress { pass.backward(gradient: start) }
      }
      return total / Double(rows.count)
    }
  }

  mutating func computeEvaluation(
    _ examples: Examples<Scalar>,
    parameters: [Scalar]
  ) -> Evaluation {
    let all = Array(0..<examples.count)
    let (loss, width) = (loss, shape.outputCount)
    var total = 0.0
    var right: Int? = 0
    for start in stride(from: 0, to: examples.count, by: plan.rowLimit) {
      let rows = all[start..<min(start + plan.rowLimit, examples.count)]
      pass(rows, of: examples, parameters: parameters) { pass in
        pass.forward()
        total += loss.evaluate(
          pass.outputs,
          width: width,
          targets: examples.targets,
          examples: rows,
          deltas: pass.outputDeltas
        )
        for (row, example) in rows.enumerated() {
          let isRight = loss.isRight(
            pass.outputs + row * width,
            width: width,
            targets: examples.targets,
            example: example
          )
          right = right.flatMap { count in isRight.map { count + ($0 ? 1 : 0) } }
        }
      }
    }
    return Evaluation(
      loss: total / Double(examples.count),
      accuracy: right.map { Double($0) / Double(examples.count) }
    )
  }

  /// What the network says to inputs, given example by example, before softmax or logistic function.
  package mutating func outputs(for inputs: [Scalar], parameters: [Scalar]) -> [Scalar] {
    let examples = Examples<Scalar>(
      inputs: inputs,
      inputCount: shape.inputCount,
      targets: .values([])
    )
    let all = Array(0..<examples.count)
    let width = shape.outputCount
    var outputs: [Scalar] = []
    outputs.reserveCapacity(examples.count * width)
    for start in stride(from: 0, to: examples.count, by: plan.rowLimit) {
      let rows = all[start..<min(start + plan.rowLimit, examples.count)]
      pass(rows, of: examples, parameters: parameters) { pass in
        pass.forward()
        outputs.append(
          contentsOf: UnsafeBufferPointer(start: pass.outputs, count: rows.count * width)
        )
      }
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
  /// Copies the inputs of some examples into the memory and hands out a pass over them.
  private mutating func pass<Result>(
    _ rows: ArraySlice<Int>,
    of examples: Examples<Scalar>,
    parameters: [Scalar],
    _ body: (Pass<Scalar>) -> Result
  ) -> Result {
    precondition(examples.inputCount == shape.inputCount, "examples have the network's inputs")
    precondition(parameters.count == shape.parameterCount, "parameters have the network's length")
    precondition(!rows.isEmpty && rows.count <= plan.rowLimit, "a pass has 1 to rowLimit examples")
    let (layers, plan, width) = (layers, plan, examples.inputCount)
    return memory.withUnsafeMutableBufferPointer { memory in
      parameters.withUnsafeBufferPointer { parameters in
        guard let memory = memory.baseAddress, let parameters = parameters.baseAddress else {
          preconditionFailure("a network has parameters")
        }
        examples.inputs.withUnsafeBufferPointer { inputs in
          for (row, example) in rows.enumerated() {
            let place = memory + row * width
            for index in 0..<width { place[index] = inputs[example * width + index] }
          }
        }
        return body(
          Pass(
            layers: layers,
            plan: plan,
            rows: rows.count,
            parameters: parameters,
            memory: memory
          )
        )
      }
    }
  }
}
