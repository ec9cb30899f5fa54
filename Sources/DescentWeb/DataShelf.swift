#if arch(wasm32)
import Data
import Notebook

/// The data sets the page has named and those whose text it has brought.
///
/// Global and unguarded, for the engine runs on the page's one thread.
enum DataShelf {
  nonisolated(unsafe) private static var names: [String] = []
  nonisolated(unsafe) private static var tables: [(name: String, table: DataTable)] = []

  static var store: DataStore {
    DataStore(names: names + GeneratedData.allCases.map { $0.rawValue }) { name in
      if let generated = GeneratedData(rawValue: name) { return generated.table() }
      for entry in tables where entry.name == name { return entry.table }
      return nil
    }
  }

  static func declare(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }

  static func put(_ table: DataTable, named name: String) {
    declare(name)
    tables.append((name, table))
  }
}

/// Names a data set the page could bring.
@_expose(wasm, "declare") @_cdecl("descent_declare")
public func declare(_ place: UnsafePointer<UInt8>, _ count: UInt32) {
  DataShelf.declare(text(place, count))
}

/// Brings a data set as comma-separated values: 1 when they could be read.
@_expose(wasm, "provide") @_cdecl("descent_provide")
public func provide(
  _ namePlace: UnsafePointer<UInt8>,
  _ nameCount: UInt32,
  _ place: UnsafePointer<UInt8>,
  _ count: UInt32
) -> Int32 {
  let bytes = UnsafeBufferPointer(start: place, count: Int(bitPattern: UInt(count)))
  let name = text(namePlace, nameCount)
  guard let table = try? CSVReader.table(name: name, bytes) else { return 0 }
  DataShelf.put(table, named: name)
  return 1
}
#endif
