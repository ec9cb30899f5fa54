import Arithmetic
import Networks
import Testing

/// A network with random inputs and targets, small enough to difference every parameter.
private struct GradientCase: CustomStringConvertible {
  var sizes: [Int]
  var activation: Activation
  var output: Activation = .linear
  var loss: Loss

  var description: String { "\(sizes) \(activation) \(output) \(loss)" }

  static let all: [GradientCase] = [
    GradientCase(sizes: [3, 4], activation: .linear, loss: .crossEntropy),
    GradientCase(sizes: [5, 7, 3], activation: .tanh, loss: .crossEntropy),
    GradientCase(sizes: [5, 9, 10, 3], activation: .sigmoid, loss: .crossEntropy),
    GradientCase(sizes: [6, 11, 4], activation: .relu, loss: .crossEntropy),
    GradientCase(sizes: [2, 8, 1], activation: .tanh, loss: .logistic),
    GradientCase(sizes: [4, 5, 1], activation: .sigmoid, loss: .squaredError),
    GradientCase(sizes: [4, 5, 6, 2], activation: .tanh, output: .sigmoid, loss: .squaredError),
    GradientCase(sizes: [3, 2], activation: .linear, output: .tanh, loss: .squaredError),
  ]

  func examples(_ count: Int, _ generator: inout SeededGenerator) -> Examples<Double> {
    let inputs = (0..<count * sizes[0]).map { _ in generator.normal() }
    let outputs = sizes[sizes.count - 1]
    let targets: Targets<Double> =
      loss == .squaredError
      ? .values((0..<count * outputs).map { _ in generator.uniform() })
      : .classes((0..<count).map { _ in generator.below(max(outputs, 2)) })
    return Examples(inputs: inputs, inputCount: sizes[0], targets: targets)
  }
}

@Test("back-propagation agrees with finite differences", arguments: GradientCase.all)
private func backPropagation(row: GradientCase) {
  var generator = SeededGenerator(seed: 8)
  let shape = Architecture(sizes: row.sizes, hidden: row.activation, output: row.output)
  let examples = row.examples(6, &generator)
  let network = Network<Double>(shape, loss: row.loss, rowLimit: 6)
  let start: [Double] = Initialization.pytorch.parameters(of: shape, seed: 3)
  let rows = [4, 0, 2, 5, 1]
  let gradient = network.lossAndGradient(rows, of: examples, parameters: start).gradient
  for index in start.indices {
    let width = 1e-5
    var (above, below) = (start, start)
    above[index] += width
    below[index] -= width
    let rise =
      network.lossAndGradient(rows, of: examples, parameters: above).loss
      - network.lossAndGradient(rows, of: examples, parameters: below).loss
    #expect(abs(gradient[index] - rise / (2 * width)) < 1e-8)
  }
}

@Test("a batch's loss is the mean of its examples' losses, in whatever parts they are evaluated")
func evaluationInParts() {
  var generator = SeededGenerator(seed: 9)
  let row = GradientCase.all[1]
  let examples = row.examples(10, &generator)
  let shape = Architecture(sizes: row.sizes, hidden: row.activation)
  let parameters: [Double] = Initialization.xavier.parameters(of: shape, seed: 1)
  let whole = Network<Double>(shape, loss: row.loss, rowLimit: 10)
  let parts = Network<Double>(shape, loss: row.loss, rowLimit: 3)
  let evaluation = whole.evaluate(examples, parameters: parameters)
  let inParts = parts.evaluate(examples, parameters: parameters)
  #expect(abs(evaluation.loss - inParts.loss) < 1e-15)
  #expect(evaluation.accuracy == inParts.accuracy)
  #expect(
    whole.outputs(for: examples.inputs, parameters: parameters)
      == parts.outputs(for: examples.inputs, parameters: parameters)
  )
  let batch = whole.lossAndGradient(Array(0..<10), of: examples, parameters: parameters)
  #expect(batch.loss == evaluation.loss)
}

@Test("losses have their textbook values where the network says nothing")
func lossesOfAnIgnorantNetwork() {
  let shape = Architecture(sizes: [1, 4])
  let examples = Examples<Double>(inputs: [1, 2], inputCount: 1, targets: .classes([0, 3]))
  let network = Network<Double>(shape, loss: .crossEntropy, rowLimit: 2)
  let nothing = [Double](repeating: 0, count: 8)
  #expect(network.evaluate(examples, parameters: nothing).loss == Elementary.log(4))
  #expect(network.evaluate(examples, parameters: nothing).accuracy == 0.5)

  let one = Architecture(sizes: [1, 1])
  let logistic = Network<Double>(one, loss: .logistic, rowLimit: 2)
  let pair = Examples<Double>(inputs: [1, 2], inputCount: 1, targets: .classes([0, 1]))
  #expect(logistic.evaluate(pair, parameters: [0, 0]).loss == Elementary.log(2))
  // A margin of -800 must neither overflow nor lose itself.
  #expect(logistic.evaluate(pair, parameters: [-800, 0]).loss == 800)
  let squared = Network<Double>(one, loss: .squaredError, rowLimit: 2)
  let values = Examples<Double>(inputs: [1, 2], inputCount: 1, targets: .values([3, 5]))
  #expect(squared.evaluate(values, parameters: [1, 1]).loss == 2.5)
  #expect(squared.evaluate(values, parameters: [1, 1]).accuracy == nil)
  #expect(squared.outputs(for: [1, 2], parameters: [1, 1]) == [2, 3])
}

@Test("Float and Double gradients agree, and a NaN is not hidden by ReLU")
func floatNetworks() {
  var generator = SeededGenerator(seed: 10)
  let shape = Architecture(sizes: [13, 15, 11])
  let inputs = (0..<7 * 13).map { _ in Float(generator.normal()) }
  let classes = (0..<7).map { _ in generator.below(11) }
  let parameters: [Float] = Initialization.he.parameters(of: shape, seed: 2)
  let rows = Array(0..<7)
  let few = Examples(inputs: inputs, inputCount: 13, targets: .classes(classes))
  let network = Network<Float>(shape, loss: .crossEntropy, rowLimit: 7)
  let narrow = network.lossAndGradient(rows, of: few, parameters: parameters)
  let wide = Network<Double>(shape, loss: .crossEntropy, rowLimit: 7).lossAndGradient(
    rows,
    of: Examples(inputs: inputs.map { Double($0) }, inputCount: 13, targets: .classes(classes)),
    parameters: parameters.map { Double($0) }
  )
  #expect(abs(narrow.loss - wide.loss) < 1e-5)
  for (narrow, wide) in zip(narrow.gradient, wide.gradient) {
    #expect(abs(Double(narrow) - wide) < 1e-6)
  }
  var broken = parameters
  broken[0] = .nan
  #expect(network.lossAndGradient(rows, of: few, parameters: broken).loss.isNaN)
}
