package import Arithmetic

/// A number type that networks compute in: `Float` or `Double`.
///
/// The requirements are the inner loops, so that each type brings its own vectors. They give the
/// same bits on every target: each sum runs over its terms in order, whatever the vectors' width.
package protocol NetworkScalar: Real {
  /// product = start + left · right, for `left` of rows × depth and `right` of depth × columns.
  static func multiply(_ product: MatrixProduct<Self>)
}

extension Float: NetworkScalar {
  package static func multiply(_ product: MatrixProduct<Float>) {
    var column = product.stripes(SIMD8<Float>.self, from: 0)
    column = product.stripes(SIMD4<Float>.self, from: column)
    column = product.stripes(SIMD2<Float>.self, from: column)
    product.singleColumns(from: column)
  }
}

extension Double: NetworkScalar {
  package static func multiply(_ product: MatrixProduct<Double>) {
    var column = product.stripes(SIMD4<Double>.self, from: 0)
    column = product.stripes(SIMD2<Double>.self, from: column)
    product.singleColumns(from: column)
  }
}
