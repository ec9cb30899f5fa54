import Arithmetic
import Foundation
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
  let data = try TrainingData<Double>(GeneratedData.moons.table(), isClassification: true)
  return try Training(
    Architecture(sizes: [2, 12, 2], hidden: .tanh),
    loss: .crossEntropy,
    data: data,
    batchSize: batchSize,
    seed: 1
  )
}

@Test("training on the moons learns them")
func learnsTheMoons() throws {
  var run = TrainingRun(try moons(batchSize: 32))
  let before = run.trainEvaluation()
  for _ in 0..<100 * run.training.stepsPerEpoch { run.advance(descend(0.5)) }
  let after = run.trainEvaluation()
  #expect(before.loss > 0.4)
  #expect(after.loss < 0.05)
  #expect(try #require(run.testEvaluation()?.accuracy) > 0.97)
  #expect(run.epochs == 100)
}

@Test("a logistic network learns the moons as well")
func learnsTheMoonsWithOneOutput() throws {
  let data = try TrainingData<Float>(GeneratedData.moons.table(), isClassification: true)
  var run = TrainingRun(
    try Training(
      Architecture(sizes: [2, 12, 1], hidden: .relu),
      loss: .logistic,
      data: data,
      batchSize: 16,
      seed: 4
    )
  )
  for _ in 0..<60 * run.training.stepsPerEpoch { run.advance(descend(0.3)) }
  #expect(try #require(run.testEvaluation()?.accuracy) > 0.97)
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
  var again = try moons(batchSize: 50)
  var gradient = run.gradient
  for step in [20, 3, 17, 1, 8] {
    let loss = again.lossAndGradient(
      atStep: step,
      parameters: states[step - 1],
      gradient: &gradient
    )
    #expect(loss == losses[step - 1])
  }
}

@Test("an epoch takes every example once, in an order of its own")
func batchesCoverTheExamples() {
  var batches = MiniBatches(exampleCount: 23, batchSize: 5, seed: 3)
  #expect(batches.stepsPerEpoch == 5)
  var orders: [[Int]] = []
  for epoch in 0..<3 {
    var order: [Int] = []
    for step in 1...5 { order += batches.examples(ofStep: epoch * 5 + step) }
    #expect(order.sorted() == Array(0..<23))
    orders.append(order)
  }
  #expect(orders[0] != orders[1] && orders[1] != orders[2])
  #expect(Array(batches.examples(ofStep: 10)) == Array(orders[1][20...]))
  #expect(batches.epoch(ofStep: 5) == 1)
  #expect(batches.epoch(ofStep: 6) == 2)
}

@Test("one batch of everything keeps the order, whatever the epoch")
func wholeBatches() {
  var batches = MiniBatches(exampleCount: 4, batchSize: 100, seed: 3)
  #expect(batches.stepsPerEpoch == 1)
  #expect(Array(batches.examples(ofStep: 1)) == [0, 1, 2, 3])
  #expect(Array(batches.examples(ofStep: 7)) == [0, 1, 2, 3])
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
  #expect(try #require(run.testEvaluation()?.accuracy) > 0.7)
}
