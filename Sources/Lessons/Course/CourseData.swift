import Data
package import Notebook
import Synchronization
import System

/// The data sets of a course: the tables in its `data` folder, and those that are generated.
///
/// A table is read when it is first named, and once.
package final class CourseData: Sendable {
  private static let largest = 64 << 20

  private let folder: Folder
  /// The names of its tables.
  package let files: [String]
  private let tables = Mutex<[String: Result<DataTable, DataError>]>([:])

  /// A table that lies elsewhere, or is none that can be read, is an error, whoever asks.
  package init(directory: String) throws(LocatedError) {
    let folder = Folder(directory)
    files = try LocatedError.asking { () throws(SystemError) in
      guard let kind = folder.status(of: "data")?.kind, kind != .regular else { return [] }
      let tables = try folder.names(in: "data").filter {
        $0.hasSuffix(".csv") && !$0.hasPrefix(".")
      }
      for table in tables { try folder.check("data/" + table) }
      return tables.map { String($0.dropLast(4)) }
    }
    self.folder = folder
  }

  /// The names a session may use.
  package var names: [String] { files + GeneratedData.allCases.map { $0.rawValue } }

  package var store: DataStore {
    DataStore(
      names: names,
      load: { [self] name in try? table(name).get() },
      complaint: { [self] name in
        if case .failure(let error) = table(name) { error.text } else { nil }
      }
    )
  }

  private func table(_ name: String) -> Result<DataTable, DataError> {
    if let known = tables.withLock({ $0[name] }) { return known }
    let table = Result { () throws(DataError) in try read(name) }
    tables.withLock { $0[name] = table }
    return table
  }

  private func read(_ name: String) throws(DataError) -> DataTable {
    if let generated = GeneratedData(rawValue: name) { return generated.table() }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try folder.read("data/\(name).csv", limit: Self.largest)
    } catch {
      throw DataError(error.message)
    }
    return try CSVReader.table(name: name, bytes)
  }
}
