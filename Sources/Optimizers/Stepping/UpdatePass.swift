internal import Arithmetic

/// An update that needs totals is made in passes over the parameters, one for each total and one
/// more: what a pass knows and works with.
@usableFromInline
struct UpdatePass<Scalar: OptimizerScalar> {
  /// How many totals are known.
  @usableFromInline let known: Int
  /// Their values.
  @usableFromInline let totals: UnsafePointer<Double>
  /// First what the next total is made of, then what is kept until the end of the update: a number
  /// for each parameter.
  @usableFromInline let rows: UnsafeMutablePointer<Scalar>
  /// How far the next row lies behind the one before.
  @usableFromInline let stride: Int

  init(
    known: Int,
    totals: UnsafePointer<Double>,
    rows: UnsafeMutablePointer<Scalar>,
    stride: Int
  ) {
    self.known = known
    self.totals = totals
    self.rows = rows
    self.stride = stride
  }
}

extension Optimizer {
  /// Makes an update in passes; a layer is so many parameters.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func updateInPasses(_ arrays: UpdateArrays<Scalar>, _ layers: [Int], t: Int, alpha: Double) {
    let (count, totalCount) = (arrays.count, totals.count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: totalCount * layers.count + 1) {
      values in
      withUnsafeTemporaryAllocation(of: Scalar.self, capacity: (1 + passingCount) * count) { rows in
        values.initialize(repeating: 0)
        rows.initialize(repeating: 0)
        guard let values = values.baseAddress, let rows = rows.baseAddress else { return }
        for known in 0...totalCount {
          var start = 0
          for (layer, length) in layers.enumerated() {
            let pass = UpdatePass(
              known: known,
              totals: values + layer * totalCount,
              rows: rows,
              stride: count
            )
            withUnsafePointer(to: pass) { pass in
              var part = arrays.part(start..<start + length)
              part.pass = pass
              updateOnce(part, t: t, alpha: alpha)
            }
            start += length
          }
          guard known < totalCount else { break }
          let next = totals[known]
          OrderedTotal.find(next.total.kind, of: rows, layers, apart: next.scope == .layer) {
            values[$0 * totalCount + known] = $1
          }
        }
      }
    }
  }
}
