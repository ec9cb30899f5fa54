import Arithmetic

/// Some of a set of examples.
package struct Batch<Scalar: NetworkScalar> {
  let rows: RowList
  let examples: Examples<Scalar>
}

// The generic code that `NetworkScalar` makes each type's own.
extension Network {
  func computeLossAndGradient(
    _ batch: Batch<Scalar>,
    parameters: UnsafePointer<Scalar>,
    gradient: UnsafeMutablePointer<Scalar>,
    memory: UnsafeMutablePointer<Scalar>
  ) -> Double {
    let pass = forwardPass(batch, parameters: parameters, memory: memory)
    let total = loss.evaluate(batch, pass)
    pass.backward(gradient: gradient)
    return total / Double(batch.rows.count)
  }

  func computeEvaluation(
    _ batch: Batch<Scalar>,
    parameters: UnsafePointer<Scalar>,
    memory: UnsafeMutablePointer<Scalar>
  ) -> (loss: Double, right: Int?) {
    let pass = forwardPass(batch, parameters: parameters, memory: memory)
    return (loss.evaluate(batch, pass), loss.countRight(batch, pass))
  }

  /// Copies the inputs of a batch into the memory and computes all activations.
  @discardableResult
  func forwardPass(
    _ batch: Batch<Scalar>,
    parameters: UnsafePointer<Scalar>,
    memory: UnsafeMutablePointer<Scalar>
  ) -> Pass<Scalar> {
    let width = shape.inputCount
    precondition(batch.examples.inputCount == width, "examples have the network's inputs")
    precondition(batch.rows.count <= plan.rowLimit, "a pass has at most rowLimit examples")
    batch.examples.inputs.withUnsafeBufferPointer { inputs in
      guard let inputs = inputs.baseAddress else { return }
      for row in 0..<batch.rows.count {
        (memory + row * width).update(from: inputs + batch.rows[row] * width, count: width)
      }
    }
    let pass = Pass(
      layers: layers,
      plan: plan,
      rows: batch.rows.count,
      parameters: parameters,
      memory: memory
    )
    pass.forward()
    return pass
  }
}
