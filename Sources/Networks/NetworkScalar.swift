package import Arithmetic

/// A number type that networks compute in: `Float` or `Double`.
///
/// The requirements are what takes the time. Each type meets them with the generic code of this
/// module, which the compiler can make the type's own here, and nowhere else.
package protocol NetworkScalar: Real {
  /// The mean loss of a batch, and its derivative by each parameter in `gradient`.
  static func lossAndGradient(
    _ network: Network<Self>,
    _ batch: Batch<Self>,
    parameters: UnsafePointer<Self>,
    gradient: UnsafeMutablePointer<Self>,
    memory: UnsafeMutablePointer<Self>
  ) -> Double

  /// The sum of the losses of a batch, and how many are classified right.
  static func evaluate(
    _ network: Network<Self>,
    _ batch: Batch<Self>,
    parameters: UnsafePointer<Self>,
    memory: UnsafeMutablePointer<Self>
  ) -> (loss: Double, right: Int?)

  /// Computes the outputs of a batch.
  static func forward(
    _ network: Network<Self>,
    _ batch: Batch<Self>,
    parameters: UnsafePointer<Self>,
    memory: UnsafeMutablePointer<Self>
  )

  /// Computes a product of matrices with the type's own vectors.
  ///
  /// The bits are the same on every target: each sum runs over its terms in order, whatever the
  /// vectors' width.
  static func multiply(_ product: MatrixProduct<Self>)
}

extension Float: NetworkScalar {
  package static func lossAndGradient(
    _ network: Network<Float>,
    _ batch: Batch<Float>,
    parameters: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>,
    memory: UnsafeMutablePointer<Float>
  ) -> Double {
    network.computeLossAndGradient(
      batch,
      parameters: parameters,
      gradient: gradient,
      memory: memory
    )
  }

  package static func evaluate(
    _ network: Network<Float>,
    _ batch: Batch<Float>,
    parameters: UnsafePointer<Float>,
    memory: UnsafeMutablePointer<Float>
  ) -> (loss: Double, right: Int?) {
    network.computeEvaluation(batch, parameters: parameters, memory: memory)
  }

  package static func forward(
    _ network: Network<Float>,
    _ batch: Batch<Float>,
    parameters: UnsafePointer<Float>,
    memory: UnsafeMutablePointer<Float>
  ) {
    network.forwardPass(batch, parameters: parameters, memory: memory)
  }

  package static func multiply(_ product: MatrixProduct<Float>) {
    var column = product.stripes(SIMD8<Float>.self, from: 0)
    column = product.stripes(SIMD4<Float>.self, from: column)
    column = product.stripes(SIMD2<Float>.self, from: column)
    product.singleColumns(from: column)
  }
}

extension Double: NetworkScalar {
  package static func lossAndGradient(
    _ network: Network<Double>,
    _ batch: Batch<Double>,
    parameters: UnsafePointer<Double>,
    gradient: UnsafeMutablePointer<Double>,
    memory: UnsafeMutablePointer<Double>
  ) -> Double {
    network.computeLossAndGradient(
      batch,
      parameters: parameters,
      gradient: gradient,
      memory: memory
    )
  }

  package static func evaluate(
    _ network: Network<Double>,
    _ batch: Batch<Double>,
    parameters: UnsafePointer<Double>,
    memory: UnsafeMutablePointer<Double>
  ) -> (loss: Double, right: Int?) {
    network.computeEvaluation(batch, parameters: parameters, memory: memory)
  }

  package static func forward(
    _ network: Network<Double>,
    _ batch: Batch<Double>,
    parameters: UnsafePointer<Double>,
    memory: UnsafeMutablePointer<Double>
  ) {
    network.forwardPass(batch, parameters: parameters, memory: memory)
  }

  package static func multiply(_ product: MatrixProduct<Double>) {
    var column = product.stripes(SIMD4<Double>.self, from: 0)
    column = product.stripes(SIMD2<Double>.self, from: column)
    product.singleColumns(from: column)
  }
}
