package import Arithmetic

/// Softmax of the outputs of a batch, and the memory for what it gives.
package struct Softmax<Scalar: Real> {
  package var rows: Int
  package var width: Int
  package var outputs: UnsafePointer<Scalar>
  /// What the probabilities are multiplied by.
  package var share: Scalar
  /// The probabilities, times the share.
  package var deltas: UnsafeMutablePointer<Scalar>
  /// The largest output of each row.
  package var largest: UnsafeMutablePointer<Scalar>
  /// The sum of each row's powers of e, of the outputs less the largest.
  package var sums: UnsafeMutablePointer<Scalar>

  package init(
    rows: Int,
    width: Int,
    outputs: UnsafePointer<Scalar>,
    share: Scalar,
    deltas: UnsafeMutablePointer<Scalar>,
    largest: UnsafeMutablePointer<Scalar>,
    sums: UnsafeMutablePointer<Scalar>
  ) {
    self.rows = rows
    self.width = width
    self.outputs = outputs
    self.share = share
    self.deltas = deltas
    self.largest = largest
    self.sums = sums
  }
}
