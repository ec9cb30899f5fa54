package import Arithmetic

/// What an example should give.
package enum Targets<Scalar: Real>: Equatable, Sendable {
  /// The class of each example, counted from 0.
  case classes([Int])
  /// The wanted outputs, example by example.
  case values([Scalar])
}

/// Inputs and what they should give, ready for a network.
package struct Examples<Scalar: NetworkScalar>: Equatable, Sendable {
  /// Example by example.
  package let inputs: [Scalar]
  package let inputCount: Int
  package let targets: Targets<Scalar>
  package let count: Int

  package init(inputs: [Scalar], inputCount: Int, targets: Targets<Scalar>) {
    precondition(inputCount > 0 && inputs.count % inputCount == 0, "inputs come in whole examples")
    self.inputs = inputs
    self.inputCount = inputCount
    self.targets = targets
    count = inputs.count / inputCount
  }
}

/// How examples are parted for training and testing, by their place in the table.
package enum DataSplit: Equatable, Sendable {
  /// Every fifth row is for testing.
  case mod5
  /// The last rows are for testing; for the digits 360, which other people wrote.
  case tail(Int)
  /// All rows train, and there is no test.
  case none

  /// Whether a row is for testing.
  package func isTest(row: Int, of count: Int) -> Bool {
    switch self {
    case .mod5: row % 5 == 4
    case .tail(let length): row >= count - length
    case .none: false
    }
  }
}

/// The examples of a data set, parted for training and testing.
package struct TrainingData<Scalar: NetworkScalar>: Equatable, Sendable {
  package let name: String
  package let train: Examples<Scalar>
  /// Nil where the split keeps nothing back.
  package let test: Examples<Scalar>?
  /// The number of classes; nil for targets that are numbers.
  package let classCount: Int?
  /// What the table calls the classes; empty for targets that are numbers.
  package let classNames: [String]
  /// The rows of the table that each part holds, counted from 0.
  package let trainRows: [Int]
  package let testRows: [Int]
  /// What the inputs were multiplied by.
  package let inputScale: Double
}
