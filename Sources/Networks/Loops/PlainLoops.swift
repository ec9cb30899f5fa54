import Arithmetic

/// The loops of a network in Swift: what the browser runs, and what the loops in C are held to.
package enum PlainLoops<Scalar: NetworkScalar> {
  package static func applySoftmax(_ softmax: Softmax<Scalar>) {
    let width = softmax.width
    for row in 0..<softmax.rows {
      let output = softmax.outputs + row * width
      let delta = softmax.deltas + row * width
      var largest = output[0]
      for index in 1..<width where !(output[index] <= largest) { largest = output[index] }
      var sum: Scalar = 0
      for index in 0..<width {
        delta[index] = .exp(output[index] - largest)
        sum += delta[index]
      }
      let scale = softmax.share / sum
      for index in 0..<width { delta[index] *= scale }
      softmax.largest[row] = largest
      softmax.sums[row] = sum
    }
  }

  package static func sumRows(
    of matrix: UnsafePointer<Scalar>,
    _ rows: Int,
    _ columns: Int,
    into sums: UnsafeMutablePointer<Scalar>
  ) {
    for column in 0..<columns { sums[column] = matrix[column] }
    for row in 1..<max(rows, 1) {
      let values = matrix + row * columns
      for column in 0..<columns { sums[column] += values[column] }
    }
  }

  package static func transpose(
    _ matrix: UnsafePointer<Scalar>,
    _ rows: Int,
    _ columns: Int,
    into result: UnsafeMutablePointer<Scalar>
  ) {
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = matrix[row * columns + column] }
    }
  }

  package static func applyReLU(
    _ sums: UnsafePointer<Scalar>,
    count: Int,
    to result: UnsafeMutablePointer<Scalar>
  ) {
    // Written so that NaN stays NaN.
    for index in 0..<count { result[index] = sums[index] < 0 ? 0 : sums[index] }
  }

  package static func applyReLUSlope(
    _ deltas: UnsafePointer<Scalar>,
    at values: UnsafePointer<Scalar>,
    count: Int,
    to result: UnsafeMutablePointer<Scalar>
  ) {
    for index in 0..<count { result[index] = values[index] > 0 ? deltas[index] : 0 }
  }

  package static func areFinite(_ values: UnsafePointer<Scalar>, count: Int) -> Bool {
    for index in 0..<count where !values[index].isFinite { return false }
    return true
  }
}

#if arch(wasm32)
extension NetworkScalar {
  package static func multiply(_ product: MatrixProduct<Self>) { multiplyInSwift(product) }

  package static func applySoftmax(_ softmax: Softmax<Self>) {
    PlainLoops.applySoftmax(softmax)
  }

  package static func sumRows(
    of matrix: UnsafePointer<Self>,
    _ rows: Int,
    _ columns: Int,
    into sums: UnsafeMutablePointer<Self>
  ) {
    PlainLoops.sumRows(of: matrix, rows, columns, into: sums)
  }

  package static func transpose(
    _ matrix: UnsafePointer<Self>,
    _ rows: Int,
    _ columns: Int,
    into result: UnsafeMutablePointer<Self>
  ) {
    PlainLoops.transpose(matrix, rows, columns, into: result)
  }

  package static func applyReLU(
    _ sums: UnsafePointer<Self>,
    count: Int,
    to result: UnsafeMutablePointer<Self>
  ) {
    PlainLoops.applyReLU(sums, count: count, to: result)
  }

  package static func applyReLUSlope(
    _ deltas: UnsafePointer<Self>,
    at values: UnsafePointer<Self>,
    count: Int,
    to result: UnsafeMutablePointer<Self>
  ) {
    PlainLoops.applyReLUSlope(deltas, at: values, count: count, to: result)
  }

  package static func areFinite(_ values: UnsafePointer<Self>, count: Int) -> Bool {
    PlainLoops.areFinite(values, count: count)
  }
}
#endif
