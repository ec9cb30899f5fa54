import Arithmetic

/// Which examples belong to which step: each epoch a new order, cut into batches.
///
/// The order depends on the seed and the number of the epoch alone, so any step can be replayed
/// without those before it. The last batch of an epoch may be smaller.
package struct MiniBatches: Equatable, Sendable {
  package let exampleCount: Int
  package let batchSize: Int
  package let seed: UInt64
  private var epochInOrder = 0
  private var order: [Int]

  /// Batches of all examples together keep the examples' own order.
  package init(exampleCount: Int, batchSize: Int, seed: UInt64) {
    precondition(exampleCount > 0 && batchSize > 0, "a batch needs examples")
    self.exampleCount = exampleCount
    self.batchSize = min(batchSize, exampleCount)
    self.seed = seed
    order = Array(0..<exampleCount)
  }

  package var stepsPerEpoch: Int { (exampleCount + batchSize - 1) / batchSize }

  /// The epoch that a step belongs to; both count from 1.
  package func epoch(ofStep step: Int) -> Int { (step - 1) / stepsPerEpoch + 1 }

  /// The examples of a step, which counts from 1.
  package mutating func examples(ofStep step: Int) -> ArraySlice<Int> {
    arrange(epoch: epoch(ofStep: step))
    let start = (step - 1) % stepsPerEpoch * batchSize
    return order[start..<min(start + batchSize, exampleCount)]
  }

  private mutating func arrange(epoch: Int) {
    guard epoch != epochInOrder, batchSize < exampleCount else { return }
    for index in order.indices { order[index] = index }
    var generator = SeededGenerator(seed: seed, stream: UInt64(epoch))
    generator.shuffle(&order)
    epochInOrder = epoch
  }
}
