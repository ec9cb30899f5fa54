import Arithmetic

/// A training under way: its parameters, and how far it has come.
package struct TrainingRun<Scalar: NetworkScalar>: Sendable {
  package let training: Training<Scalar>
  package private(set) var parameters: [Scalar]
  /// The gradient that the last step used.
  package private(set) var gradient: [Scalar]
  /// How many steps have been taken.
  package private(set) var step = 0
  /// The loss of the last step's batch, before its update; NaN before the first step.
  package private(set) var batchLoss = Double.nan
  private var scratch: [Scalar]

  /// A run from the seed's own parameters, or from others.
  package init(_ training: Training<Scalar>, parameters: [Scalar]? = nil) {
    self.training = training
    self.parameters = parameters ?? training.initialParameters
    gradient = Array(repeating: 0, count: training.shape.parameterCount)
    scratch = Array(repeating: 0, count: training.scratchCount)
    precondition(self.parameters.count == gradient.count, "parameters have the network's length")
  }

  /// How many epochs are complete, as a number: 1.5 in the middle of the second.
  package var epochs: Double { Double(step) / Double(training.stepsPerEpoch) }

  /// Takes a step: `update` changes the parameters, knowing t, which is 1 at first, and the gradient.
  package mutating func advance(
    _ update: (_ t: Int, _ parameters: inout [Scalar], _ gradient: [Scalar]) -> Void
  ) {
    step += 1
    batchLoss = lossAndGradient()
    update(step, &parameters, gradient)
  }

  private mutating func lossAndGradient() -> Double {
    scratch.withUnsafeMutableBufferPointer { scratch in
      gradient.withUnsafeMutableBufferPointer { gradient in
        parameters.withUnsafeBufferPointer { parameters in
          guard let scratch = scratch.baseAddress, let gradient = gradient.baseAddress,
            let parameters = parameters.baseAddress
          else { return .nan }
          return training.lossAndGradient(
            atStep: step,
            parameters: parameters,
            gradient: gradient,
            scratch: scratch
          )
        }
      }
    }
  }

  /// Loss and accuracy over all examples that are trained on.
  package var trainEvaluation: Evaluation { training.trainEvaluation(parameters) }

  /// Loss and accuracy over the examples kept back; nil where none are.
  package var testEvaluation: Evaluation? { training.testEvaluation(parameters) }
}
