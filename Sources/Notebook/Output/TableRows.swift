/// The cells of a table, kept by column: a million rows of numbers take no more than the numbers do.
package struct TableRows: Equatable, Sendable {
  fileprivate var columns: [TableColumn]
  package private(set) var count = 0

  package init(columnCount: Int) {
    columns = [TableColumn](repeating: TableColumn(), count: columnCount)
  }

  package init(_ rows: [[Table.Cell]], columnCount: Int) {
    self.init(columnCount: columnCount)
    for row in rows { append(row) }
  }

  /// A row shorter than others ends in cells without a value.
  package mutating func append(_ row: [Table.Cell]) {
    for index in columns.indices {
      columns[index].append(index < row.count ? row[index] : .missing)
    }
    count += 1
  }

  /// Gives a row another name; only a text is one.
  mutating func rename(_ row: Int, _ name: String) { columns[0].cells?[row] = .text(name) }

  /// Whether a column holds numbers, or nothing, in all its rows.
  func isNumeric(_ column: Int) -> Bool { columns[column].cells == nil }
}

/// A column: numbers for as long as it holds nothing else.
private struct TableColumn: Equatable, Sendable {
  private var numbers: [Double] = []
  /// The rows without a value, where `numbers` has not-a-number.
  private var missing: [Int] = []
  fileprivate var cells: [Table.Cell]?

  fileprivate mutating func append(_ cell: Table.Cell) {
    if cells != nil {
      cells?.append(cell)
      return
    }
    switch cell {
    case .number(let value): numbers.append(value)
    case .missing:
      missing.append(numbers.count)
      numbers.append(.nan)
    default:
      cells = numbers.indices.map { self.cell($0) } + [cell]
      numbers = []
      missing = []
    }
  }

  fileprivate func cell(_ row: Int) -> Table.Cell {
    if let cells { return cells[row] }
    let value = numbers[row]
    return value.isNaN && isMissing(row) ? .missing : .number(value)
  }

  private func isMissing(_ row: Int) -> Bool {
    var (low, high) = (0, missing.count)
    while low < high {
      let middle = (low + high) / 2
      if missing[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < missing.count && missing[low] == row
  }
}

extension TableRows: RandomAccessCollection {
  package struct Row: RandomAccessCollection, Sendable {
    fileprivate let rows: TableRows
    fileprivate let index: Int

    package var startIndex: Int { 0 }
    package var endIndex: Int { rows.columns.count }
    package subscript(_ column: Int) -> Table.Cell { rows.columns[column].cell(index) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
  package subscript(_ index: Int) -> Row { Row(rows: self, index: index) }
}
