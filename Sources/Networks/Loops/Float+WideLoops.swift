#if !arch(wasm32)
import Arithmetic
internal import CWideNetworks

// The loops in C, for Float.
extension Float {
  package static func multiply(_ product: MatrixProduct<Float>) {
    var wide = descent_product_float(
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
    descent_multiply_float(&wide)
  }

  package static func applySoftmax(_ softmax: Softmax<Float>) {
    Elementary.withPowers { powers in
      var wide = descent_softmax_float(
        rows: softmax.rows,
        width: softmax.width,
        outputs: softmax.outputs,
        share: softmax.share,
        powers: powers,
        deltas: softmax.deltas,
        largest: softmax.largest,
        sums: softmax.sums
      )
      descent_apply_softmax_float(&wide)
    }
  }

  package static func sumRows(
    of matrix: UnsafePointer<Float>,
    _ rows: Int,
    _ columns: Int,
    into sums: UnsafeMutablePointer<Float>
  ) {
    descent_sum_rows_float(matrix, rows, columns, sums)
  }

  package static func transpose(
    _ matrix: UnsafePointer<Float>,
    _ rows: Int,
    _ columns: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    descent_transpose_float(matrix, rows, columns, result)
  }

  package static func applyReLU(
    _ sums: UnsafePointer<Float>,
    count: Int,
    to result: UnsafeMutablePointer<Float>
  ) {
    descent_relu_float(sums, count, result)
  }

  package static func applyReLUSlope(
    _ deltas: UnsafePointer<Float>,
    at values: UnsafePointer<Float>,
    count: Int,
    to result: UnsafeMutablePointer<Float>
  ) {
    descent_relu_slope_float(deltas, values, count, result)
  }

  package static func areFinite(_ values: UnsafePointer<Float>, count: Int) -> Bool {
    descent_all_finite_float(values, count) == 1
  }
}
#endif
