import Arithmetic
import Foundation
import Data
import Networks
import Testing

/// Plain gradient descent, which is all these tests need.
private func descend<Scalar: NetworkScalar>(
  _ rate: Scalar
) -> (Int, inout [Scalar], [Scalar]) -> Void {
  { _, parameters, gradient in
    for index in parameters.indices { parameters[index] -= rate * gradient[index] }
  }
}

private func moons(batchSize: Int) throws -> Training<Double> {
  try Training(
    layers: [2, 12, 2],
    hidden: .tanh,
    on: GeneratedData.moons.table(),
    batchSize: batchSize,
    seed: 1
  )
}

@Test("training on the moons learns them")
func learnsTheMoons() throws {
  var run = TrainingRun(try moons(batchSize: 32))
  let before = run.trainEvaluation
  for _ in 0..<100 * run.training.stepsPerEpoch { run.advance(descend(0.5)) }
  let after = run.trainEvaluation
  #expect(before.loss > 0.4)
  #expect(after.loss < 0.05)
  #expect(try #require(run.testEvaluation?.accuracy) > 0.97)
  #expect(run.epochs == 100)
}

@Test("a network with one output learns the moons as well")
func learnsTheMoonsWithOneOutput() throws {
  let training = try Training<Float>(
    layers: [2, 12, 1],
    on: GeneratedData.moons.table(),
    batchSize: 16,
    seed: 4
  )
  #expect(training.network.loss == .logistic)
  var run = TrainingRun(training)
  for _ in 0..<60 * training.stepsPerEpoch { run.advance(descend(0.3)) }
  #expect(try #require(run.testEvaluation?.accuracy) > 0.97)
}

@Test("a target that is a number is learned by squared error")
func learnsALine() throws {
  let x = (0..<20).map { Double($0) / 10 }
  let table = DataTable(
    name: "line",
    columns: [
      DataColumn(name: "x", content: .numbers(x)),
      DataColumn(name: "y", content: .numbers(x.map { 3 * $0 - 1 })),
    ]
  )
  let training = try Training<Double>(layers: [1, 1], on: table, batchSize: 100, seed: 1)
  #expect(training.network.loss == .squaredError)
  var run = TrainingRun(training)
  for _ in 0..<300 { run.advance(descend(0.2)) }
  #expect(abs(run.parameters[0] - 3) < 1e-6 && abs(run.parameters[1] + 1) < 1e-6)
  #expect(run.testEvaluation?.accuracy == nil)
}

@Test("any step can be taken again, with the same bits")
func stepsCanBeReplayed() throws {
  var run = TrainingRun(try moons(batchSize: 50))
  var states: [[Double]] = []
  var losses: [Double] = []
  for _ in 0..<20 {
    states.append(run.parameters)
    run.advance(descend(0.1))
    losses.append(run.batchLoss)
  }
  let again = try moons(batchSize: 50)
  for step in [20, 3, 17, 1, 8] {
    let taken = again.lossAndGradient(atStep: step, parameters: states[step - 1])
    #expect(taken.loss == losses[step - 1])
    if step == 20 { #expect(taken.gradient == run.gradient) }
  }
}

@Test("an epoch takes every example once, in an order of its own")
func batchesCoverTheExamples() {
  let batches = MiniBatches(exampleCount: 23, batchSize: 5, seed: 3)
  #expect(batches.stepsPerEpoch == 5)
  let orders = (1...3).map { batches.order(ofEpoch: $0) }
  for order in orders { #expect(order.sorted() == Array(0..<23)) }
  #expect(orders[0] != orders[1] && orders[1] != orders[2])
  #expect(batches.order(ofEpoch: 2) == orders[1])
  #expect((1...5).map { batches.places(ofStep: $0).count } == [5, 5, 5, 5, 3])
  #expect(batches.places(ofStep: 6) == 0..<5)
  #expect([1, 5, 6, 10, 11].map { batches.epoch(ofStep: $0) } == [1, 1, 2, 2, 3])
}

@Test("one batch of everything keeps the order, whatever the epoch")
func wholeBatches() {
  let batches = MiniBatches(exampleCount: 4, batchSize: 100, seed: 3)
  #expect(batches.stepsPerEpoch == 1)
  #expect(batches.order(ofEpoch: 7) == [0, 1, 2, 3])
  #expect(batches.places(ofStep: 7) == 0..<4)
}

@Test("the digits have the splits that the notes compare, and one epoch learns most of them")
func learnsTheDigits() throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../lessons/data/digits.csv")
  let table = try CSVReader.table(name: "digits", try Data(contentsOf: file))
  #expect(table.rowCount == 1797)
  let tail = try TrainingData<Float>(
    table,
    isClassification: true,
    split: .tail(360),
    inputScale: 1.0 / 16
  )
  #expect(tail.train.count == 1437 && tail.test?.count == 360)
  let data = try TrainingData<Float>(table, isClassification: true, inputScale: 1.0 / 16)
  #expect(data.train.count == 1438 && data.test?.count == 359)
  #expect(data.classCount == 10)
  #expect(data.train.inputs.max() == 1)

  var run = TrainingRun(
    try Training(
      Architecture(sizes: [64, 64, 10]),
      loss: .crossEntropy,
      data: data,
      batchSize: 64,
      seed: 1
    )
  )
  #expect(run.training.stepsPerEpoch == 23)
  for _ in 0..<23 { run.advance(descend(0.5)) }
  #expect(try #require(run.testEvaluation?.accuracy) > 0.7)
}
