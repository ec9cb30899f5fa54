public import Arithmetic

/// A sum of squares in double precision.
///
/// Every eighth number goes into one of eight sums, in order, so
/// that the bits do not depend on the machine's vectors.
@usableFromInline
struct SquareSum {
  @usableFromInline var sums = SIMD8<Double>(repeating: 0)

  @inlinable init() {}

  /// Takes in more numbers.
  @inlinable
  mutating func add<Scalar: Real>(_ numbers: UnsafeBufferPointer<Scalar>) {
    let count = numbers.count
    var index = 0
    while index + 8 <= count {
      var part = SIMD8<Double>(repeating: 0)
      for lane in 0..<8 { part[lane] = numbers[index + lane].widened }
      sums += part * part
      index += 8
    }
    for rest in index..<count {
      let number = numbers[rest].widened
      sums[rest - index] += number * number
    }
  }

  /// The root of the sum.
  @inlinable
  var root: Double {
    var total = 0.0
    for lane in 0..<8 { total += sums[lane] }
    return .root(total)
  }
}
