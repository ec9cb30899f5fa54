import Arithmetic
import Networks
import Testing

private let sizes = [0, 1, 2, 3, 8, 10, 17, 64, 65]

/// Random numbers, some of them zeros of either sign.
private func numbers<Scalar: NetworkScalar>(
  _ count: Int,
  _ generator: inout SeededGenerator
) -> [Scalar] {
  (0..<count).map { index in
    index % 7 == 3 ? (index % 2 == 0 ? 0 : -0.0) : Scalar(generator.normal())
  }
}

/// Gives `body` room for `count` results, and one more number that it must leave alone.
private func results<Scalar: NetworkScalar>(
  _ count: Int,
  _ body: (UnsafeMutablePointer<Scalar>) -> Void
) -> [Scalar] {
  var memory = [Scalar](repeating: 0.5, count: count + 1)
  memory.withUnsafeMutableBufferPointer { $0.baseAddress.map(body) }
  return memory
}

/// Numbers as text that tells -0 from 0 and has one NaN.
private func exactly<Scalar: NetworkScalar>(_ values: [Scalar]) -> [String] {
  values.map { "\($0)" }
}

private func comparesProducts<Scalar: NetworkScalar>(
  _: Scalar.Type,
  _ rows: Int,
  _ depth: Int,
  _ columns: Int
) {
  var generator = SeededGenerator(seed: UInt64(rows * 10_000 + depth * 100 + columns))
  let left: [Scalar] = numbers(rows * depth + 1, &generator)
  let right: [Scalar] = numbers(depth * columns + 1, &generator)
  let start: [Scalar] = numbers(columns + 1, &generator)
  for isTransposed in [false, true] {
    for hasStart in [false, true] {
      func product(_ result: UnsafeMutablePointer<Scalar>, _ body: (MatrixProduct<Scalar>) -> Void)
      {
        left.withUnsafeBufferPointer { left in
          right.withUnsafeBufferPointer { right in
            start.withUnsafeBufferPointer { start in
              guard let left = left.baseAddress, let right = right.baseAddress else { return }
              body(
                MatrixProduct(
                  rows: rows,
                  depth: depth,
                  columns: columns,
                  left: left,
                  leftStrides: isTransposed ? (row: 1, column: rows) : (row: depth, column: 1),
                  right: right,
                  start: hasStart ? start.baseAddress : nil,
                  result: result
                )
              )
            }
          }
        }
      }
      let wide = results(rows * columns) { product($0, Scalar.multiply) }
      let plain = results(rows * columns) { product($0, Scalar.multiplyInSwift) }
      #expect(exactly(wide) == exactly(plain), "\(rows) \(depth) \(columns) \(isTransposed)")
    }
  }
}

@Test("a product of matrices has the same bits in C and in Swift", arguments: sizes)
func productsAreTheSame(rows: Int) {
  for depth in sizes {
    for columns in sizes {
      comparesProducts(Float.self, rows, depth, columns)
      comparesProducts(Double.self, rows, depth, columns)
    }
  }
}

private func comparesSoftmax<Scalar: NetworkScalar>(_ outputs: [Scalar], _ width: Int) {
  let rows = outputs.count / width
  func run(_ body: (Softmax<Scalar>) -> Void) -> [String] {
    exactly(
      results(outputs.count + 2 * rows) { memory in
        outputs.withUnsafeBufferPointer { outputs in
          guard let start = outputs.baseAddress else { return }
          body(
            Softmax(
              rows: rows,
              width: width,
              outputs: start,
              share: 1 / Scalar(max(rows, 1)),
              deltas: memory,
              largest: memory + outputs.count,
              sums: memory + (outputs.count + rows)
            )
          )
        }
      }
    )
  }
  #expect(run(Scalar.applySoftmax) == run(PlainLoops.applySoftmax), "\(rows) of \(width)")
}

@Test("softmax has the same bits in C and in Swift, odd numbers included", arguments: sizes)
func softmaxIsTheSame(rows: Int) {
  var generator = SeededGenerator(seed: UInt64(rows))
  for width in [1, 2, 3, 10, 17] {
    for scale in [0.1, 5, 300] {
      comparesSoftmax((0..<rows * width).map { _ in scale * generator.normal() }, width)
      comparesSoftmax((0..<rows * width).map { _ in Float(scale * generator.normal()) }, width)
    }
  }
  let odd: [[Double]] = [
    [0, -708], [0, -709.5], [3, -720.25], [0, -744.9], [0, -745.5], [0, -.infinity],
    [0, .infinity], [.nan, 1, 800], [5, .nan, 2], [-0.0, 0], [1e308, -1e308], [900, .nan, 1],
    [500, .nan, 0.25], [709.9, .nan, 0], [709.7, .nan, 0],
  ]
  for row in odd {
    comparesSoftmax(row, row.count)
    comparesSoftmax(row.map { Float($0) }, row.count)
  }
}

private func comparesElements<Scalar: NetworkScalar>(_: Scalar.Type, _ rows: Int, _ columns: Int) {
  var generator = SeededGenerator(seed: UInt64(rows + columns))
  let count = rows * columns
  var values: [Scalar] = numbers(count + 1, &generator)
  if count > 4 { values[4] = .nan }
  let others: [Scalar] = numbers(count + 1, &generator)
  values.withUnsafeBufferPointer { values in
    others.withUnsafeBufferPointer { others in
      guard let a = values.baseAddress, let b = others.baseAddress else { return }
      func same(
        _ count: Int,
        _ wide: (UnsafeMutablePointer<Scalar>) -> Void,
        _ plain: (UnsafeMutablePointer<Scalar>) -> Void
      ) {
        #expect(exactly(results(count, wide)) == exactly(results(count, plain)))
      }
      if rows > 0 {
        same(columns) {
          Scalar.sumRows(of: a, rows, columns, into: $0)
        } _: {
          PlainLoops.sumRows(of: a, rows, columns, into: $0)
        }
      }
      same(count) {
        Scalar.transpose(a, rows, columns, into: $0)
      } _: {
        PlainLoops.transpose(a, rows, columns, into: $0)
      }
      same(count) {
        Scalar.applyReLU(a, count: count, to: $0)
      } _: {
        PlainLoops.applyReLU(a, count: count, to: $0)
      }
      same(count) {
        Scalar.applyReLUSlope(a, at: b, count: count, to: $0)
      } _: {
        PlainLoops.applyReLUSlope(a, at: b, count: count, to: $0)
      }
      same(count) {
        Scalar.applyReLUSlope(b, at: a, count: count, to: $0)
      } _: {
        PlainLoops.applyReLUSlope(b, at: a, count: count, to: $0)
      }
    }
  }
}

@Test("the other loops have the same bits in C and in Swift", arguments: sizes)
func otherLoopsAreTheSame(rows: Int) {
  for columns in sizes {
    comparesElements(Float.self, rows, columns)
    comparesElements(Double.self, rows, columns)
  }
}

@Test("a number that is none is found wherever it stands", arguments: [1, 3, 16, 33])
func finiteness(count: Int) {
  func areFinite(_ values: [Double]) -> [Bool] {
    values.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { [Double.areFinite($0, count: count)] } ?? []
    }
      + values.map { Float($0) }.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { [Float.areFinite($0, count: count)] } ?? []
      }
  }
  let fine = [Double](repeating: 1e30, count: count)
  #expect(areFinite(fine) == [true, true])
  for index in 0..<count {
    for wrong in [Double.nan, .infinity, -.infinity] {
      var values = fine
      values[index] = wrong
      #expect(areFinite(values) == [false, false])
    }
  }
}
