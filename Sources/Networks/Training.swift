import Arithmetic

/// A network being trained on a data set by mini-batches, as a value.
///
/// What happens at a step depends on the seed, the number of the step and the parameters alone, so
/// any step can be taken again, exactly. Steps and epochs count from 1. The update is the caller's.
package struct Training<Scalar: NetworkScalar>: Sendable {
  package let data: TrainingData<Scalar>
  package let initialization: Initialization
  package private(set) var network: Network<Scalar>
  private var batches: MiniBatches

  /// Throws where the data do not fit the network.
  package init(
    _ shape: Architecture,
    loss: Loss,
    data: TrainingData<Scalar>,
    batchSize: Int,
    seed: UInt64,
    initialization: Initialization? = nil
  ) throws(DataError) {
    try Self.check(shape, loss, data)
    self.data = data
    self.initialization = initialization ?? .customary(for: shape.hidden)
    batches = MiniBatches(exampleCount: data.train.count, batchSize: batchSize, seed: seed)
    network = Network(shape, loss: loss, rowLimit: batches.batchSize)
  }

  package var shape: Architecture { network.shape }
  package var seed: UInt64 { batches.seed }
  package var batchSize: Int { batches.batchSize }
  package var stepsPerEpoch: Int { batches.stepsPerEpoch }
  package var initialParameters: [Scalar] { initialization.parameters(of: shape, seed: seed) }

  /// The epoch that a step belongs to.
  package func epoch(ofStep step: Int) -> Int { batches.epoch(ofStep: step) }

  /// The mean loss over the batch of a step, and its derivative by each parameter.
  package mutating func lossAndGradient(
    atStep step: Int,
    parameters: [Scalar],
    gradient: inout [Scalar]
  ) -> Double {
    let rows = batches.examples(ofStep: step)
    return network.lossAndGradient(
      rows,
      of: data.train,
      parameters: parameters,
      gradient: &gradient
    )
  }

  /// Loss and accuracy over all examples that are trained on.
  package mutating func trainEvaluation(_ parameters: [Scalar]) -> Evaluation {
    network.evaluate(data.train, parameters: parameters)
  }

  /// Loss and accuracy over the examples kept back; nil where none are.
  package mutating func testEvaluation(_ parameters: [Scalar]) -> Evaluation? {
    data.test.map { network.evaluate($0, parameters: parameters) }
  }

  private static func check(
    _ shape: Architecture,
    _ loss: Loss,
    _ data: TrainingData<Scalar>
  ) throws(DataError) {
    let name = data.name
    guard data.train.inputCount == shape.inputCount else {
      throw DataError(
        "'\(name)' has \(data.train.inputCount) inputs, the network \(shape.inputCount)"
      )
    }
    switch loss {
    case .crossEntropy:
      guard let classes = data.classCount, classes <= shape.outputCount else {
        throw DataError(
          "'\(name)' has \(data.classCount ?? 0) classes, the network \(shape.outputCount) outputs"
        )
      }
    case .logistic:
      guard shape.outputCount == 1, let classes = data.classCount, classes <= 2 else {
        throw DataError("logistic loss needs one output and two classes")
      }
    case .squaredError:
      guard shape.outputCount == 1, data.classCount == nil else {
        throw DataError("squared error needs one output and a target that is a number")
      }
    }
  }
}
