package import Arithmetic

/// A product of two matrices in memory, and the loops that compute it.
///
/// The right matrix and the result lie row by row; the left one has any strides, so that it can
/// also be read transposed. Four rows at a time are summed in registers over a stripe of columns.
package struct MatrixProduct<Scalar: Real> {
  package var rows: Int
  package var depth: Int
  package var columns: Int
  package var left: UnsafePointer<Scalar>
  /// The distance in memory from one row of the left matrix to the next, and from one column.
  package var leftStrides: (row: Int, column: Int)
  package var right: UnsafePointer<Scalar>
  /// What the sums of each column start with; zero without it.
  package var start: UnsafePointer<Scalar>?
  package var result: UnsafeMutablePointer<Scalar>

  package init(
    rows: Int,
    depth: Int,
    columns: Int,
    left: UnsafePointer<Scalar>,
    leftStrides: (row: Int, column: Int),
    right: UnsafePointer<Scalar>,
    start: UnsafePointer<Scalar>?,
    result: UnsafeMutablePointer<Scalar>
  ) {
    self.rows = rows
    self.depth = depth
    self.columns = columns
    self.left = left
    self.leftStrides = leftStrides
    self.right = right
    self.start = start
    self.result = result
  }
}

extension MatrixProduct {
  /// Computes as many stripes of a vector's width as fit, and returns the next column.
  @inline(__always)
  func stripes<Lanes: SIMD & BitwiseCopyable>(_: Lanes.Type, from first: Int) -> Int
  where Lanes.Scalar == Scalar {
    var column = first
    while column + Lanes.scalarCount <= columns {
      stripe(Lanes.self, at: column)
      column += Lanes.scalarCount
    }
    return column
  }

  @inline(__always)
  private func stripe<Lanes: SIMD & BitwiseCopyable>(_: Lanes.Type, at column: Int)
  where Lanes.Scalar == Scalar {
    let head = start.map { Self.load(Lanes.self, $0 + column) } ?? Lanes()
    var row = 0
    while row + 4 <= rows {
      var (sum0, sum1, sum2, sum3) = (head, head, head, head)
      var factor0 = left + row * leftStrides.row
      var lanes = right + column
      for _ in 0..<depth {
        let vector = Self.load(Lanes.self, lanes)
        let factor2 = factor0 + 2 * leftStrides.row
        sum0 += vector * factor0.pointee
        sum1 += vector * factor0[leftStrides.row]
        sum2 += vector * factor2.pointee
        sum3 += vector * factor2[leftStrides.row]
        factor0 += leftStrides.column
        lanes += columns
      }
      let place = result + (row * columns + column)
      Self.store(sum0, place)
      Self.store(sum1, place + columns)
      Self.store(sum2, place + 2 * columns)
      Self.store(sum3, place + 3 * columns)
      row += 4
    }
    while row < rows {
      var sum = head
      var factor = left + row * leftStrides.row
      var lanes = right + column
      for _ in 0..<depth {
        sum += Self.load(Lanes.self, lanes) * factor.pointee
        factor += leftStrides.column
        lanes += columns
      }
      Self.store(sum, result + (row * columns + column))
      row += 1
    }
  }

  /// Computes the columns that are left over one by one.
  @inline(__always)
  func singleColumns(from first: Int) {
    for column in first..<columns {
      for row in 0..<rows {
        var sum = start.map { $0[column] } ?? 0
        for step in 0..<depth {
          let factor = left[row * leftStrides.row + step * leftStrides.column]
          sum += right[step * columns + column] * factor
        }
        result[row * columns + column] = sum
      }
    }
  }

  @inline(__always)
  private static func load<Lanes: SIMD & BitwiseCopyable>(
    _: Lanes.Type,
    _ place: UnsafePointer<Scalar>
  ) -> Lanes {
    UnsafeRawPointer(place).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  private static func store<Lanes: SIMD & BitwiseCopyable>(
    _ lanes: Lanes,
    _ place: UnsafeMutablePointer<Scalar>
  ) {
    UnsafeMutableRawPointer(place).storeBytes(of: lanes, as: Lanes.self)
  }
}
