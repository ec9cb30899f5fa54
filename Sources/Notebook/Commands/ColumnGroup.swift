import Arithmetic
import Data

/// Columns of a table that are listed together: one, or a numbered row of them such as p0 to p63.
struct ColumnGroup {
  /// The first column's name, and the last's where there are several.
  private(set) var names: [String]
  private var columns: [DataColumn]

  /// The groups of a table's columns, in order.
  static func groups(of table: DataTable) -> [ColumnGroup] {
    var groups: [ColumnGroup] = []
    for column in table.columns {
      if let last = groups.last?.columns.last, follows(column, last) {
        groups[groups.count - 1].columns.append(column)
      } else {
        groups.append(ColumnGroup(names: [], columns: [column]))
      }
    }
    for index in groups.indices {
      let columns = groups[index].columns
      groups[index].names = columns.prefix(1).map { $0.name }
      if columns.count > 1 { groups[index].names += columns.suffix(1).map { $0.name } }
    }
    return groups
  }

  var isText: Bool { columns.first?.isText == true }

  /// What the columns hold: `64 columns of numbers from 0 to 16`.
  var summary: String {
    let many = columns.count == 1 ? "" : "\(columns.count) columns of "
    var smallest = Double.infinity
    var largest = -Double.infinity
    for column in columns {
      guard let numbers = column.numbers else { return many + "text" }
      for number in numbers where number.isFinite {
        smallest = min(smallest, number)
        largest = max(largest, number)
      }
    }
    guard smallest <= largest else { return many + "numbers" }
    let ends = [smallest, largest].map { NumberText.shown($0, 6) }
    return many + "numbers from \(ends[0]) to \(ends[1])"
  }

  /// Whether a name is the one before with its number raised by 1, and the kind is the same.
  private static func follows(_ column: DataColumn, _ previous: DataColumn) -> Bool {
    guard let (stem, number) = numbered(column.name),
      let (before, earlier) = numbered(previous.name)
    else { return false }
    return stem == before && number == earlier + 1 && column.isText == previous.isText
  }

  private static func numbered(_ name: String) -> (stem: String, number: Int)? {
    let digits = name.utf8.reversed().prefix { $0 >= 48 && $0 <= 57 }
    guard !digits.isEmpty, digits.count <= 6, digits.count < name.utf8.count else { return nil }
    var number = 0
    for digit in digits.reversed() { number = number * 10 + Int(digit) - 48 }
    return (String(String.UnicodeScalarView(name.unicodeScalars.dropLast(digits.count))), number)
  }
}
