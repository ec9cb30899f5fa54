import Data
import Networks
import Testing

@Test("a table that cannot be examples says why")
func refusesTables() {
  let words = DataColumn(name: "day", content: .text(["x", "y"]))
  let numbers = DataColumn(name: "n", content: .numbers([1, .nan]))
  let halves = DataColumn(name: "label", content: .numbers([0, 0.5]))
  let ones = DataColumn(name: "m", content: .numbers([1, 2]))
  let cases: [([DataColumn], String)] = [
    ([words, ones], "column 'day' of 't' is text and cannot be an input"),
    ([numbers, ones], "column 'n' of 't' has no number in row 2"),
    ([ones], "'t' needs a column of labels and at least one of inputs"),
    (
      [halves, ones],
      "column 'label' of 't' must hold classes 0, 1, 2 and so on; row 2 is 0.5"
    ),
  ]
  for (columns, message) in cases {
    #expect(throws: DataError(message)) {
      try TrainingData<Double>(DataTable(name: "t", columns: columns), isClassification: true)
    }
  }
}

@Test("labels may be text; the column called label is the target wherever it stands")
func textLabels() throws {
  let table = DataTable(
    name: "t",
    columns: [
      DataColumn(name: "label", content: .text(["sun", "rain", "sun", "fog", "rain"])),
      DataColumn(name: "a", content: .numbers([1, 2, 3, 4, 5])),
    ]
  )
  let data = try TrainingData<Double>(table, isClassification: true, split: .none, inputScale: 2)
  #expect(data.classCount == 3)
  #expect(data.train.targets == .classes([0, 1, 0, 2, 1]))
  #expect(data.train.inputs == [2, 4, 6, 8, 10])
  #expect(data.test == nil)
}

@Test("a network that does not fit the data is refused")
func refusesShapes() throws {
  let data = try TrainingData<Double>(GeneratedData.moons.table(), isClassification: true)
  let cases: [([Int], Loss, String)] = [
    ([3, 2], .crossEntropy, "'moons' has 2 inputs, the network 3"),
    ([2, 1], .crossEntropy, "'moons' has 2 classes, the network 1 outputs"),
    ([2, 2], .logistic, "logistic loss needs one output and two classes"),
    ([2, 1], .squaredError, "squared error needs one output and a target that is a number"),
  ]
  for (sizes, loss, message) in cases {
    #expect(throws: DataError(message)) {
      try Training(
        Architecture(sizes: sizes),
        loss: loss,
        data: data,
        batchSize: 8,
        seed: 1
      )
    }
  }
}

@Test("the parameter vector is W1, b1, W2, b2, without gaps")
func parameterViews() {
  let shape = Architecture(sizes: [64, 32, 10])
  #expect(shape.views.map(\.name) == ["W1", "b1", "W2", "b2"])
  #expect(shape.views.map(\.range) == [0..<2048, 2048..<2080, 2080..<2400, 2400..<2410])
  #expect(shape.parameterCount == 2410)
}

@Test("initial weights have the variance of their method", arguments: Initialization.allCases)
func initialVariance(method: Initialization) {
  let shape = Architecture(sizes: [100, 60, 1])
  let all: [Double] = method.parameters(of: shape, seed: 5)
  let weights = all[shape.views[0].range]
  let variance = weights.reduce(0) { $0 + $1 * $1 } / 6000
  let expected: Double =
    switch method {
    case .he: 2.0 / 100
    case .xavier: 2.0 / 160
    case .pytorch: 1.0 / 300
    }
  #expect(abs(variance / expected - 1) < 0.06)
  let biases = all[shape.views[1].range]
  #expect(biases.allSatisfy { ($0 == 0) == (method != .pytorch) })
}
