import Foundation
import Data
import Notebook

/// The data sets of the course, as the tool and the page hand them over.
enum CourseData {
  static let store = DataStore(names: ["digits", "seattle", "moons", "spirals"]) { name in
    tables.first { $0.name == name }?.table
  }

  private static let tables: [(name: String, table: DataTable)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons/data")
    var tables: [(name: String, table: DataTable)] = []
    for name in ["digits", "seattle"] {
      let bytes = (try? Data(contentsOf: folder.appending(path: "\(name).csv"))) ?? Data()
      if let table = try? CSVReader.table(name: name, bytes) { tables.append((name, table)) }
    }
    for data in GeneratedData.allCases { tables.append((data.rawValue, data.table())) }
    return tables
  }()
}
