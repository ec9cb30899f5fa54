import Lessons
import Notebook
import System

/// Where `run --write` puts each table and each picture: `03-table.csv`, `07-plot.svg`, by the number
/// of the statement.
struct OutputFolder {
  private let path: String
  private var number = 0

  /// Makes the folder where it is not there.
  init(_ path: String) throws(SystemError) {
    self.path = path
    try NamedFolder.make(path)
  }

  mutating func write(_ statement: StatementResult) throws(SystemError) {
    number += 1
    var counts: [String: Int] = [:]
    for output in statement.outputs {
      guard let file = OutputFile(output) else { continue }
      counts[file.name, default: 0] += 1
      let count = counts[file.name] ?? 1
      let start =
        (number < 10 ? "0" : "") + "\(number)-\(file.kind)" + (count > 1 ? "-\(count)" : "")
      try WholeFile.write(file.bytes, to: "\(path)/\(start).\(file.suffix)")
    }
  }
}
