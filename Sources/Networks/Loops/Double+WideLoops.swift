#if !arch(wasm32)
import Arithmetic
internal import CWideNetworks

// The loops in C, for Double.
extension Double {
  package static func multiply(_ product: MatrixProduct<Double>) {
    var wide = descent_product_double(
      rows: product.rows,
      depth: product.depth,
      columns: product.columns,
      left: product.left,
      left_row: product.leftStrides.row,
      left_column: product.leftStrides.column,
      right: product.right,
      start: product.start,
      result: product.result
    )
    descent_multiply_double(&wide)
  }

  package static func applySoftmax(_ softmax: Softmax<Double>) {
    Elementary.withPowers { powers in
      var wide = descent_softmax_double(
        rows: softmax.rows,
        width: softmax.width,
        outputs: softmax.outputs,
        share: softmax.share,
        powers: powers,
        deltas: softmax.deltas,
        largest: softmax.largest,
        sums: softmax.sums
      )
      descent_apply_softmax_double(&wide)
    }
  }

  package static func sumRows(
    of matrix: UnsafePointer<Double>,
    _ rows: Int,
    _ columns: Int,
    into sums: UnsafeMutablePointer<Double>
  ) {
    descent_sum_rows_double(matrix, rows, columns, sums)
  }

  package static func transpose(
    _ matrix: UnsafePointer<Double>,
    _ rows: Int,
    _ columns: Int,
    into result: UnsafeMutablePointer<Double>
  ) {
    descent_transpose_double(matrix, rows, columns, result)
  }

  package static func applyReLU(
    _ sums: UnsafePointer<Double>,
    count: Int,
    to result: UnsafeMutablePointer<Double>
  ) {
    descent_relu_double(sums, count, result)
  }

  package static func applyReLUSlope(
    _ deltas: UnsafePointer<Double>,
    at values: UnsafePointer<Double>,
    count: Int,
    to result: UnsafeMutablePointer<Double>
  ) {
    descent_relu_slope_double(deltas, values, count, result)
  }

  package static func areFinite(_ values: UnsafePointer<Double>, count: Int) -> Bool {
    descent_all_finite_double(values, count) == 1
  }
}
#endif
