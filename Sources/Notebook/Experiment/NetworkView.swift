import Arithmetic
import Formulas
import Networks

/// What a network says of examples, at one time of its training.
struct NetworkView {
  let training: Training<Double>
  let point: [Double]

  /// An example with what it should give.
  struct Example {
    var inputs: [Double]
    /// The class, counted from 0, or the number wanted.
    var wanted: Double
    var isTest: Bool
  }

  var data: TrainingData<Double> { training.data }
  var rowCount: Int { data.trainRows.count + data.testRows.count }
  var isClassification: Bool { data.classCount != nil }

  /// For each class how much the network believes in it, from 0 to 1, together 1; where the target is a
  /// number, that alone.
  ///
  /// `inputs` are as the network takes them, scaled, example by example.
  func answers(to inputs: [Double]) -> [[Double]] {
    let width = training.shape.outputCount
    let outputs = training.network.outputs(for: inputs, parameters: point)
    return stride(from: 0, to: outputs.count, by: width).map { start in
      let row = Array(outputs[start..<start + width])
      switch training.network.loss {
      case .squaredError: return row
      case .logistic:
        let share = Double.sigmoid(row[0])
        return [1 - share, share]
      case .crossEntropy:
        let largest = row.max() ?? 0
        let powers = row.map { Elementary.exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
      }
    }
  }

  /// The class that is believed in most, the first of equals.
  static func choice(_ beliefs: [Double]) -> Int {
    var best = 0
    for index in beliefs.indices where beliefs[index] > beliefs[best] { best = index }
    return best
  }

  /// What the data call a class; a network may have more outputs than there are classes.
  func name(_ index: Int) -> String {
    index < data.classNames.count ? data.classNames[index] : "\(index)"
  }

  /// A row of the data, counted from 1.
  func example(row: Int) -> Example? {
    if let place = data.testRows.firstIndex(of: row - 1), let test = data.test {
      return example(test, place, isTest: true)
    }
    return data.trainRows.firstIndex(of: row - 1).map { example(data.train, $0, isTest: false) }
  }

  /// All examples of one part, the test's where rows are kept for it.
  func examples(ofTest isTest: Bool) -> [Example] {
    guard let part = isTest ? data.test : data.train else { return [] }
    return (0..<part.count).map { example(part, $0, isTest: isTest) }
  }

  private func example(_ part: Examples<Double>, _ place: Int, isTest: Bool) -> Example {
    let start = place * part.inputCount
    let wanted: Double
    switch part.targets {
    case .classes(let classes): wanted = Double(classes[place])
    case .values(let values): wanted = values[place]
    }
    return Example(
      inputs: Array(part.inputs[start..<start + part.inputCount]),
      wanted: wanted,
      isTest: isTest
    )
  }
}

extension CommandContext {
  /// The network that is trained, or what to do to have one.
  func network() throws(Diagnostic) -> NetworkView {
    guard let experiment = session.experiment,
      let training = experiment.problem.objective.training
    else { throw .noNetwork }
    return NetworkView(training: training, point: experiment.now.point)
  }
}
