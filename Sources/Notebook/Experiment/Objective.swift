import Arithmetic
import Formulas
import Networks

/// The loss and its gradient, ready to be computed at any point.
struct Objective: Sendable {
  private enum Form: Sendable {
    /// Formulas of numbers: one program for the loss and the whole gradient.
    case program(Program<Double>)
    /// Formulas with series in them, computed as trees.
    case trees(LossFormula)
    /// A network's loss over the mini-batch of an update, by back-propagation.
    indirect case network(Training<Double>)
  }

  private let form: Form
  private let count: Int
  /// How many updates make a pass over the data; a formula is all its data.
  let updatesPerEpoch: Int
  /// How much work an update is, in updates of a formula.
  let updateCost: Int
  /// What can be measured at a point, the loss first.
  let measures: [Measure]
  /// The loss as it is written; none where a network's is meant.
  let formula: LossFormula?

  /// `loss` with own functions inlined and numbers substituted; series stand in `captured`.
  init(
    loss: Expression,
    gradient: [Expression],
    parameters: [String],
    captured: NamedValues
  ) throws(Diagnostic) {
    count = parameters.count
    updatesPerEpoch = 1
    updateCost = 1
    measures = [.loss]
    let written = LossFormula(
      loss: loss,
      gradient: gradient,
      names: parameters,
      captured: captured
    )
    formula = written
    if captured.isEmpty, !loss.hasSeries {
      var builder = ProgramBuilder<Double>(inputs: parameters)
      var outputs = [try builder.compile(loss)]
      for derivative in gradient { outputs.append(try builder.compile(derivative)) }
      form = .program(builder.program(computing: outputs))
    } else {
      form = .trees(written)
    }
  }

  init(_ training: Training<Double>) {
    form = .network(training)
    formula = nil
    count = training.shape.parameterCount
    updatesPerEpoch = training.stepsPerEpoch
    // Measured: an update of a formula takes as long as some 300 products of a network.
    updateCost = 1 + count * training.batches.batchSize / 300
    let hasClasses = training.data.classCount != nil
    let hasTest = training.data.test != nil
    measures =
      [.loss] + (hasClasses ? [.trainAccuracy] : []) + (hasTest ? [.testLoss] : [])
      + (hasClasses && hasTest ? [.accuracy] : [])
  }

  /// The training of a network, if that is what the loss is about.
  var training: Training<Double>? {
    if case .network(let training) = form { training } else { nil }
  }

  /// How many doubles `evaluate` needs to work in, all 0 at first.
  var scratchCount: Int {
    switch form {
    case .program(let program): program.registerCount
    case .trees: 0
    case .network(let training): training.scratchCount
    }
  }

  func prepare(_ scratch: UnsafeMutablePointer<Double>) {
    if case .program(let program) = form { program.prepare(scratch) }
  }

  /// Writes the gradient and returns the loss; a network's over the mini-batch of this update.
  @inline(__always)
  func evaluate(
    at point: UnsafePointer<Double>,
    gradient: UnsafeMutablePointer<Double>,
    update: Int,
    scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    switch form {
    case .program(let program):
      for index in 0..<count { scratch[index] = point[index] }
      program.run(scratch)
      for index in 0..<count { gradient[index] = scratch[program.outputs[index + 1]] }
      return scratch[program.outputs[0]]
    case .trees(let formula):
      let values = (0..<count).map { point[$0] }
      for index in 0..<count {
        gradient[index] = formula.value(of: formula.gradient[index], at: values).value
      }
      return formula.value(of: formula.loss, at: values).value
    case .network(let training):
      return training.lossAndGradient(
        atStep: update,
        parameters: point,
        gradient: gradient,
        scratch: scratch
      )
    }
  }

  func lossAndGradient(
    at point: [Double],
    update: Int
  ) -> (loss: Double, gradient: [Double]) {
    var gradient = [Double](repeating: 0, count: count)
    var scratch = [Double](repeating: 0, count: max(scratchCount, 1))
    let loss = point.withUnsafeBufferPointer { point in
      gradient.withUnsafeMutableBufferPointer { gradient in
        scratch.withUnsafeMutableBufferPointer { scratch -> Double in
          guard let p = point.baseAddress, let g = gradient.baseAddress,
            let s = scratch.baseAddress
          else { return .nan }
          prepare(s)
          return evaluate(at: p, gradient: g, update: update, scratch: s)
        }
      }
    }
    return (loss, gradient)
  }
}

extension Objective {
  /// The loss at a point; a network's over all rows that it is trained on.
  func loss(at point: [Double]) -> Double {
    training?.trainEvaluation(point).loss ?? lossAndGradient(at: point, update: 1).loss
  }

  /// The measures that say in a line how far a run has come.
  var headline: [Measure] { measures.filter { $0 == .loss || $0 == .accuracy } }

  /// What is measured at a point; not-a-number where it is none of `measures`.
  func value(of measure: Measure, at point: [Double]) -> Double {
    switch measure {
    case .loss: loss(at: point)
    case .trainAccuracy: training?.trainEvaluation(point).accuracy ?? .nan
    case .testLoss: training?.testEvaluation(point)?.loss ?? .nan
    case .accuracy: training?.testEvaluation(point)?.accuracy ?? .nan
    }
  }

  /// The pass over the data that an update belongs to, from 1; 0 before the first update.
  func epoch(ofUpdate update: Int) -> Int {
    update < 1 ? 0 : (update - 1) / updatesPerEpoch + 1
  }
}
