package import Data
import Formulas

/// The data sets a session can name; the host brings them, the session never reads a file.
package struct DataStore: Sendable {
  package var names: [String]
  private let load: @Sendable (String) -> DataTable?
  /// Why a data set of that name cannot be read.
  private let complaint: @Sendable (String) -> String?
  /// Those that somebody added, which come first.
  private var own: [DataTable] = []

  package init(
    names: [String] = [],
    load: @escaping @Sendable (String) -> DataTable? = { _ in nil },
    complaint: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.names = names
    self.load = load
    self.complaint = complaint
  }

  package func table(_ name: String) -> DataTable? {
    for table in own where table.name == name { return table }
    return names.contains(name) ? load(name) : nil
  }

  /// Adds a table, in the place of one that has its name.
  package mutating func add(_ table: DataTable) {
    own.removeAll { $0.name == table.name }
    own.append(table)
    if !names.contains(table.name) { names.append(table.name) }
  }

  /// What is wrong with the data set, or the column of one, that a name means; nil where nothing is.
  func fault(_ name: String) -> Diagnostic? {
    let parts = name.split(separator: ".", maxSplits: 1).map { String($0) }
    guard let set = parts.first, names.contains(set) else { return nil }
    guard let table = table(set) else {
      return complaint(set).map { Diagnostic("the data set '\(set)' cannot be read: \($0)") }
    }
    guard parts.count == 2, let column = table.column(parts[1]), column.isText else { return nil }
    return Diagnostic(
      "'\(name)' is text, not a series of numbers",
      hint: column.oddity.map { "\($0); leave a cell empty where a value is missing" }
    )
  }

  /// The column `seattle.temp_max` names.
  func series(_ name: String) -> [Double]? {
    guard let dot = name.utf8.firstIndex(of: 0x2E) else { return nil }
    let set = String(decoding: name.utf8[..<dot], as: UTF8.self)
    let column = String(decoding: name.utf8[name.utf8.index(after: dot)...], as: UTF8.self)
    return table(set)?.numbers(column)
  }

  /// The column of text that `iris.species` names.
  func texts(_ name: String) -> [String]? {
    guard let dot = name.utf8.firstIndex(of: 0x2E) else { return nil }
    let set = String(decoding: name.utf8[..<dot], as: UTF8.self)
    let column = String(decoding: name.utf8[name.utf8.index(after: dot)...], as: UTF8.self)
    guard case .text(let texts) = table(set)?.column(column)?.content else { return nil }
    return texts
  }

  /// All columns as names of the language, for completion and suggestions.
  var columnNames: [String] {
    names.flatMap { set in (table(set)?.numericNames ?? []).map { "\(set).\($0)" } }
  }
}

extension DataTable {
  /// The columns that are series.
  var numericNames: [String] { columns.filter { !$0.isText }.map { $0.name } }
}
