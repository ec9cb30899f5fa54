import Arithmetic
package import Data

extension Training {
  /// A network of these sizes on a table, with what is customary for the rest.
  ///
  /// More than one output: classes, softmax and cross-entropy. One output: two classes and the
  /// logistic loss where the labels are 0 and 1, else a number and its squared error. Tables of whole
  /// numbers from 0, such as pixels, are scaled to 0...1; others are taken as they are. Every fifth
  /// row is for testing.
  package init(
    layers sizes: [Int],
    hidden: Activation = .relu,
    on table: DataTable,
    batchSize: Int,
    seed: UInt64,
    split: DataSplit = .mod5,
    initialization: Initialization? = nil
  ) throws(DataError) {
    let shape = Architecture(sizes: sizes, hidden: hidden)
    let loss: Loss =
      shape.outputCount > 1 ? .crossEntropy : table.hasTwoClasses ? .logistic : .squaredError
    let data = try TrainingData<Scalar>(
      table,
      isClassification: loss != .squaredError,
      split: split,
      inputScale: 1 / table.wholeNumberInputLimit
    )
    try self.init(
      shape,
      loss: loss,
      data: data,
      batchSize: batchSize,
      seed: seed,
      initialization: initialization
    )
  }
}

extension DataTable {
  /// The column that the others should tell: `label`, or else the last.
  var labelColumn: DataColumn? { column("label") ?? columns.last }

  fileprivate var hasTwoClasses: Bool {
    switch labelColumn?.content {
    case .numbers(let values): values.allSatisfy { $0 == 0 || $0 == 1 }
    case .text: true
    case nil: false
    }
  }

  /// The largest input where all are whole numbers from 0, else 1.
  fileprivate var wholeNumberInputLimit: Double {
    var limit = 1.0
    let label = labelColumn?.name
    for column in columns where column.name != label {
      for value in column.numbers ?? [] {
        guard value >= 0, value < 1e9, value == Double(Int64(value)) else { return 1 }
        limit = max(limit, value)
      }
    }
    return limit
  }
}
