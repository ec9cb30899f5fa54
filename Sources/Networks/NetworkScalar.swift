package import Arithmetic

/// A number type that networks compute in: `Float` or `Double`.
///
/// The requirements are what takes the time. Each type meets them with the generic code below it, in
/// this module, where the compiler can make that code the type's own; elsewhere it cannot.
package protocol NetworkScalar: Real {
  /// What `Network.lossAndGradient` does.
  static func lossAndGradient(
    _ network: inout Network<Self>,
    _ rows: ArraySlice<Int>,
    of examples: Examples<Self>,
    parameters: [Self],
    gradient: inout [Self]
  ) -> Double

  /// What `Network.evaluate` does.
  static func evaluate(
    _ network: inout Network<Self>,
    _ examples: Examples<Self>,
    parameters: [Self]
  ) -> Evaluation

  /// Computes a product of matrices with the type's own vectors.
  ///
  /// The bits are the same on every target: each sum runs over its terms in order, whatever the
  /// vectors' width.
  static func multiply(_ product: MatrixProduct<Self>)
}

extension Float: NetworkScalar {
  package static func lossAndGradient(
    _ network: inout Network<Float>,
    _ rows: ArraySlice<Int>,
    of examples: Examples<Float>,
    parameters: [Float],
    gradient: inout [Float]
  ) -> Double {
    network.computeLossAndGradient(rows, of: examples, parameters: parameters, gradient: &gradient)
  }

  package static func evaluate(
    _ network: inout Network<Float>,
    _ examples: Examples<Float>,
    parameters: [Float]
  ) -> Evaluation {
    network.computeEvaluation(examples, parameters: parameters)
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
    _ network: inout Network<Double>,
    _ rows: ArraySlice<Int>,
    of examples: Examples<Double>,
    parameters: [Double],
    gradient: inout [Double]
  ) -> Double {
    network.computeLossAndGradient(rows, of: examples, parameters: parameters, gradient: &gradient)
  }

  package static func evaluate(
    _ network: inout Network<Double>,
    _ examples: Examples<Double>,
    parameters: [Double]
  ) -> Evaluation {
    network.computeEvaluation(examples, parameters: parameters)
  }

  package static func multiply(_ product: MatrixProduct<Double>) {
    var column = product.stripes(SIMD4<Double>.self, from: 0)
    column = product.stripes(SIMD2<Double>.self, from: column)
    product.singleColumns(from: column)
  }
}
