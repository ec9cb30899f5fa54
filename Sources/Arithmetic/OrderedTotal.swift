/// One number made of many, in double precision, whose order is the same on every machine.
///
/// Every eighth number of an array goes into one of eight sums, which are added in order at last:
/// fast, and up to eight numbers are just added one after the other.
public struct OrderedTotal: Sendable {
  /// What is made of the numbers.
  public enum Kind: String, CaseIterable, Sendable {
    /// The root of the sum of squares.
    case norm
    /// The arithmetic mean.
    case mean
  }

  /// What is made of them.
  public let kind: Kind
  @usableFromInline var sums = SIMD8<Double>(repeating: 0)
  @usableFromInline var count = 0

  /// That of no numbers yet.
  @inlinable
  public init(_ kind: Kind) { self.kind = kind }

  /// Takes in another array.
  @inlinable
  public mutating func add<Scalar: Real>(_ numbers: UnsafePointer<Scalar>, _ count: Int) {
    self.count += count
    var index = 0
    while index + 8 <= count {
      var part = SIMD8<Double>(repeating: 0)
      for lane in 0..<8 { part[lane] = numbers[index + lane].widened }
      sums += kind == .norm ? part * part : part
      index += 8
    }
    for rest in index..<count {
      let number = numbers[rest].widened
      sums[rest - index] += kind == .norm ? number * number : number
    }
  }

  /// The number so far; a mean of none is not-a-number.
  @inlinable
  public var value: Double {
    var total = 0.0
    for lane in 0..<8 { total += sums[lane] }
    return kind == .norm ? .root(total) : total / Double(count)
  }
}

extension OrderedTotal {
  /// Hands over the total that each layer of the numbers sees: its own, if they are kept apart, or
  /// that of all.
  ///
  /// A layer is so many numbers.
  @inlinable
  public static func find<Scalar: Real>(
    _ kind: Kind,
    of numbers: UnsafePointer<Scalar>,
    _ layers: [Int],
    apart: Bool,
    _ take: (_ layer: Int, _ value: Double) -> Void
  ) {
    var total = OrderedTotal(kind)
    var start = 0
    for (layer, length) in layers.enumerated() {
      if apart { total = OrderedTotal(kind) }
      total.add(numbers + start, length)
      start += length
      if apart { take(layer, total.value) }
    }
    if !apart {
      for layer in layers.indices { take(layer, total.value) }
    }
  }
}
