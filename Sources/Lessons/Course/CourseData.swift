import Networks
package import Notebook
import Synchronization
import System

/// The data sets of a course: the tables in its `data` folder, and those that are generated.
///
/// A table is read when it is first named, and once.
package final class CourseData: Sendable {
  private static let largest = 64 << 20

  private let folder: Folder
  private let files: [String]
  private let tables = Mutex<[String: DataTable]>([:])

  package init(directory: String) {
    folder = Folder(directory)
    files = ((try? folder.names(in: "data")) ?? [])
      .filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.map { String($0.dropLast(4)) }
  }

  /// The names a session may use.
  package var names: [String] { files + GeneratedData.allCases.map { $0.rawValue } }

  package var store: DataStore {
    DataStore(names: names) { [self] name in table(name) }
  }

  private func table(_ name: String) -> DataTable? {
    if let known = tables.withLock({ $0[name] }) { return known }
    guard let table = read(name) else { return nil }
    tables.withLock { $0[name] = table }
    return table
  }

  private func read(_ name: String) -> DataTable? {
    if let generated = GeneratedData(rawValue: name) { return generated.table() }
    guard files.contains(name),
      let bytes = try? folder.read("data/\(name).csv", limit: Self.largest)
    else { return nil }
    return try? CSVReader.table(name: name, bytes)
  }
}
