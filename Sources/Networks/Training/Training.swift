import Arithmetic
package import Data

/// The task of training a network on a data set by mini-batches, as a value that never changes.
///
/// What happens at a step depends on the seed, the number of the step and the parameters alone, so
/// any step can be taken again, exactly. Steps and epochs count from 1. The update is the caller's.
package struct Training<Scalar: NetworkScalar>: Sendable {
  package let data: TrainingData<Scalar>
  package let network: Network<Scalar>
  package private(set) var batches: MiniBatches
  package let initialization: Initialization

  /// Throws where the data do not fit the network.
  package init(
    _ shape: Architecture,
    loss: Loss,
    data: TrainingData<Scalar>,
    batchSize: Int,
    seed: UInt64,
    initialization: Initialization? = nil
  ) throws(DataError) {
    try data.check(shape, loss)
    self.data = data
    self.initialization = initialization ?? .customary(for: shape.hidden)
    batches = MiniBatches(exampleCount: data.train.count, batchSize: batchSize, seed: seed)
    network = Network(shape, loss: loss, rowLimit: batches.batchSize)
  }

  /// The same task with other first weights and another order of the rows.
  package func seeded(_ seed: UInt64) -> Training {
    var copy = self
    copy.batches = MiniBatches(
      exampleCount: batches.exampleCount,
      batchSize: batches.batchSize,
      seed: seed
    )
    return copy
  }

  package var shape: Architecture { network.shape }
  package var stepsPerEpoch: Int { batches.stepsPerEpoch }
  package var initialParameters: [Scalar] {
    initialization.parameters(of: shape, seed: batches.seed)
  }
}

extension Training {
  /// How much scratch memory a step needs.
  package var scratchCount: Int { orderWords + network.plan.total }

  /// The mean loss over the batch of a step, and its derivative by each parameter in `gradient`.
  ///
  /// The scratch memory is all zeros at first, and after that whatever the last step of this same
  /// training left there: it keeps the order of the epoch. Nothing is allocated but that order,
  /// once an epoch.
  package func lossAndGradient(
    atStep step: Int,
    parameters: UnsafePointer<Scalar>,
    gradient: UnsafeMutablePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>
  ) -> Double {
    let order = RowList(memory: UnsafeMutableRawPointer(scratch), count: 1 + batches.exampleCount)
    let epoch = batches.epoch(ofStep: step)
    if order[0] != epoch {
      for (index, row) in batches.order(ofEpoch: epoch).enumerated() { order[index + 1] = row }
      order[0] = epoch
    }
    let places = batches.places(ofStep: step)
    return network.lossAndGradient(
      order.part(places.lowerBound + 1..<places.upperBound + 1),
      of: data.train,
      parameters: parameters,
      gradient: gradient,
      memory: scratch + orderWords
    )
  }

  /// The mean loss over the batch of a step, and its gradient, in new memory.
  package func lossAndGradient(
    atStep step: Int,
    parameters: [Scalar]
  ) -> (loss: Double, gradient: [Scalar]) {
    let order = batches.order(ofEpoch: batches.epoch(ofStep: step))
    return network.lossAndGradient(
      Array(order[batches.places(ofStep: step)]),
      of: data.train,
      parameters: parameters
    )
  }

  /// Loss and accuracy over all examples that are trained on.
  package func trainEvaluation(_ parameters: [Scalar]) -> Evaluation {
    network.evaluate(data.train, parameters: parameters)
  }

  /// Loss and accuracy over the examples kept back; nil where none are.
  package func testEvaluation(_ parameters: [Scalar]) -> Evaluation? {
    data.test.map { network.evaluate($0, parameters: parameters) }
  }

  /// The room for the number of an epoch and its order.
  private var orderWords: Int {
    let bytes = 4 * (1 + batches.exampleCount)
    return (bytes + MemoryLayout<Scalar>.stride - 1) / MemoryLayout<Scalar>.stride
  }
}

extension TrainingData {
  fileprivate func check(_ shape: Architecture, _ loss: Loss) throws(DataError) {
    guard train.inputCount == shape.inputCount else {
      throw DataError("'\(name)' has \(train.inputCount) inputs, the network \(shape.inputCount)")
    }
    switch loss {
    case .crossEntropy:
      guard let classCount, classCount <= shape.outputCount else {
        throw DataError(
          "'\(name)' has \(classCount ?? 0) classes, the network \(shape.outputCount) outputs"
        )
      }
    case .logistic:
      guard shape.outputCount == 1, let classCount, classCount <= 2 else {
        throw DataError("logistic loss needs one output and two classes")
      }
    case .squaredError:
      guard shape.outputCount == 1, classCount == nil else {
        throw DataError("squared error needs one output and a target that is a number")
      }
    }
  }
}
