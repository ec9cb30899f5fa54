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

  // The loops; in C where there is C, with the bits of the Swift loops.

  /// Computes a product of matrices: each sum runs over its terms in order.
  static func multiply(_ product: MatrixProduct<Self>)

  /// Computes a product of matrices with vectors in Swift.
  static func multiplyInSwift(_ product: MatrixProduct<Self>)

  /// The probabilities of softmax, times a share, and what the loss needs besides.
  static func applySoftmax(_ softmax: Softmax<Self>)

  /// The sum of the rows of a matrix, from the first on; there is one.
  static func sumRows(
    of matrix: UnsafePointer<Self>,
    _ rows: Int,
    _ columns: Int,
    into sums: UnsafeMutablePointer<Self>
  )

  /// A matrix with rows and columns exchanged.
  static func transpose(
    _ matrix: UnsafePointer<Self>,
    _ rows: Int,
    _ columns: Int,
    into result: UnsafeMutablePointer<Self>
  )

  /// ReLU of some sums.
  static func applyReLU(
    _ sums: UnsafePointer<Self>,
    count: Int,
    to result: UnsafeMutablePointer<Self>
  )

  /// The deltas where the values that ReLU gave are positive, else 0.
  static func applyReLUSlope(
    _ deltas: UnsafePointer<Self>,
    at values: UnsafePointer<Self>,
    count: Int,
    to result: UnsafeMutablePointer<Self>
  )

  /// Whether none of some numbers is infinite or not a number.
  static func areFinite(_ values: UnsafePointer<Self>, count: Int) -> Bool
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

  package static func multiplyInSwift(_ product: MatrixProduct<Float>) {
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

  package static func multiplyInSwift(_ product: MatrixProduct<Double>) {
    var column = product.stripes(SIMD4<Double>.self, from: 0)
    column = product.stripes(SIMD2<Double>.self, from: column)
    product.singleColumns(from: column)
  }
}
