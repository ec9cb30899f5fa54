import Arithmetic

/// Which examples belong to which step: each epoch a new order, cut into batches.
///
/// The order depends on the seed and the number of the epoch alone, so any step can be replayed
/// without those before it. The last batch of an epoch may be smaller. Batches of all examples
/// together keep the examples' own order. Steps and epochs count from 1.
package struct MiniBatches: Equatable, Sendable {
  package let exampleCount: Int
  package let batchSize: Int
  package let seed: UInt64

  package init(exampleCount: Int, batchSize: Int, seed: UInt64) {
    precondition(exampleCount > 0 && batchSize > 0, "a batch needs examples")
    self.exampleCount = exampleCount
    self.batchSize = min(batchSize, exampleCount)
    self.seed = seed
  }

  package var stepsPerEpoch: Int { (exampleCount + batchSize - 1) / batchSize }

  /// The epoch that a step belongs to.
  package func epoch(ofStep step: Int) -> Int { (step - 1) / stepsPerEpoch + 1 }

  /// Where in its epoch's order the examples of a step stand.
  package func places(ofStep step: Int) -> Range<Int> {
    let start = (step - 1) % stepsPerEpoch * batchSize
    return start..<min(start + batchSize, exampleCount)
  }

  /// The examples in the order of an epoch.
  package func order(ofEpoch epoch: Int) -> [Int] {
    var order = Array(0..<exampleCount)
    guard batchSize < exampleCount else { return order }
    var generator = SeededGenerator(seed: seed, stream: UInt64(epoch))
    generator.shuffle(&order)
    return order
  }
}
