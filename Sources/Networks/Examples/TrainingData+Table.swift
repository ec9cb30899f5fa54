import Arithmetic
package import Data

extension TrainingData {
  /// The examples of a table: its column `label`, or else its last, is what the others should give.
  ///
  /// For classes that column holds whole numbers from 0, or texts, which are numbered as they appear.
  /// Inputs are multiplied by `inputScale`; the digits' pixels, 0 to 16, want 1/16.
  package init(
    _ table: DataTable,
    isClassification: Bool,
    split: DataSplit = .mod5,
    inputScale: Double = 1
  ) throws(DataError) {
    guard let label = table.labelColumn, table.columns.count > 1 else {
      throw DataError("'\(table.name)' needs a column of labels and at least one of inputs")
    }
    var inputs: [[Double]] = []
    for column in table.columns where column.name != label.name {
      inputs.append(try Self.finite(column, in: table, as: "an input"))
    }
    let rows = 0..<table.rowCount
    let trainRows = rows.filter { !split.isTest(row: $0, of: rows.count) }
    let testRows = rows.filter { split.isTest(row: $0, of: rows.count) }
    guard !trainRows.isEmpty else { throw DataError("'\(table.name)' has no rows to train on") }

    let targets: Targets<Scalar>
    if isClassification {
      let (classes, names) = try Self.classes(label, in: table)
      classCount = names.count
      classNames = names
      targets = .classes(classes)
    } else {
      classCount = nil
      classNames = []
      targets = .values(try Self.finite(label, in: table, as: "the target").map { Scalar($0) })
    }
    let scaled = inputs.map { $0.map { Scalar($0 * inputScale) } }
    name = table.name
    self.trainRows = trainRows
    self.testRows = testRows
    self.inputScale = inputScale
    train = Self.examples(trainRows, scaled, targets)
    test = testRows.isEmpty ? nil : Self.examples(testRows, scaled, targets)
  }

  private static func examples(
    _ rows: [Int],
    _ columns: [[Scalar]],
    _ targets: Targets<Scalar>
  ) -> Examples<Scalar> {
    var inputs: [Scalar] = []
    inputs.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for column in columns { inputs.append(column[row]) }
    }
    let chosen: Targets<Scalar>
    switch targets {
    case .classes(let classes): chosen = .classes(rows.map { classes[$0] })
    case .values(let values): chosen = .values(rows.map { values[$0] })
    }
    return Examples(inputs: inputs, inputCount: columns.count, targets: chosen)
  }

  private static func finite(
    _ column: DataColumn,
    in table: DataTable,
    as role: String
  ) throws(DataError) -> [Double] {
    guard let numbers = column.numbers else {
      throw DataError(
        "column '\(column.name)' of '\(table.name)' is text and cannot be \(role)",
        hint: column.oddity.map { "\($0); leave a cell empty where a value is missing" }
      )
    }
    if let row = numbers.firstIndex(where: { !$0.isFinite }) {
      throw DataError("column '\(column.name)' of '\(table.name)' has no number in row \(row + 1)")
    }
    return numbers
  }

  private static func classes(
    _ column: DataColumn,
    in table: DataTable
  ) throws(DataError) -> (classes: [Int], names: [String]) {
    switch column.content {
    case .numbers(let numbers):
      for (row, number) in numbers.enumerated() {
        guard number >= 0, number < 1000, number == Double(Int(number)) else {
          throw DataError(
            "column '\(column.name)' of '\(table.name)' must hold classes 0, 1, 2 and so on; "
              + "row \(row + 1) is \(NumberText.shortest(number))"
          )
        }
      }
      let classes = numbers.map { Int($0) }
      return (classes, (0...(classes.max() ?? 0)).map { "\($0)" })
    case .text(let texts):
      var names: [String] = []
      let classes = texts.map { text in
        if let index = names.firstIndex(of: text) { return index }
        names.append(text)
        return names.count - 1
      }
      return (classes, names)
    }
  }
}
