package import Data

/// The data sets a session can name; the host brings them, the session never reads a file.
package struct DataStore: Sendable {
  package var names: [String]
  private let load: @Sendable (String) -> DataTable?

  package init(
    names: [String] = [],
    load: @escaping @Sendable (String) -> DataTable? = { _ in nil }
  ) {
    self.names = names
    self.load = load
  }

  package func table(_ name: String) -> DataTable? {
    names.contains(name) ? load(name) : nil
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
