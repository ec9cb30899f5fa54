package import Data
import Formulas
import System

/// A table that somebody named: behind `run --data`, or `:data` in the shell.
package enum OwnTable {
  private static let largest = 64 << 20

  /// Reads `FILE.csv`, which is named by its stem, or `NAME=FILE.csv`.
  package static func read(_ words: String) throws(LocatedError) -> DataTable {
    var path = words
    var stem = NamedFile.split(words).name
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = String(stem[..<dot]) }
    if let equals = words.firstIndex(of: "="), !NamedFile.exists(words) {
      stem = String(words[..<equals])
      path = String(words[words.index(after: equals)...])
    }
    guard let name = name(stem) else {
      throw LocatedError(
        file: path,
        message: "'\(stem)' cannot be the name of a data set",
        hint: "give it one, of letters, digits and _: mine=\(path)"
      )
    }
    let file = HomePath.expanded(path)
    let bytes = try LocatedError.asking { () throws(SystemError) in
      try NamedFile.read(file, limit: largest, takesPipes: true)
    }
    do throws(DataError) {
      try check(bytes)
      var table = try CSVReader.table(name: name, bytes)
      for index in table.columns.indices {
        table.columns[index].name = column(table.columns[index].name, index)
        let name = table.columns[index].name
        if table.columns[..<index].contains(where: { $0.name == name }) {
          throw DataError(line: 1, "two columns would be called '\(name)'")
        }
      }
      return table
    } catch {
      throw LocatedError(
        file: path,
        position: error.line.map { SourcePosition(line: $0, column: 1) },
        message: error.message,
        hint: error.hint
      )
    }
  }

  /// The name as the language spells it; nil where it is none.
  private static func name(_ text: String) -> String? {
    var lexer = Lexer(text)
    guard let tokens = try? lexer.nextStatement(), tokens.count == 1, lexer.isAtEnd,
      let name = tokens[0].name, !name.utf8.contains(0x2E)
    else { return nil }
    return name
  }

  /// A column's heading as a name: `Temp (C)` is `Temp_C`.
  private static func column(_ heading: String, _ index: Int) -> String {
    if let name = name(heading) { return name }
    var text = ""
    for scalar in heading.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      text.unicodeScalars.append(isWord ? scalar : "_")
    }
    let joined = text.split(separator: "_").joined(separator: "_")
    return name(joined) ?? name("c_" + joined) ?? "c_\(index + 1)"
  }

  /// Says where the first byte stands that is not text.
  private static func check(_ bytes: [UInt8]) throws(DataError) {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    if isText, !bytes.contains(0) { return }
    var line = 1
    for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      for (field, text) in row.split(separator: 0x2C, omittingEmptySubsequences: false).enumerated()
      where text.contains(0) || String(validating: text, as: UTF8.self) == nil {
        throw DataError(
          line: line,
          "column \(field + 1) is not UTF-8 text",
          hint: "save the table as comma-separated values in UTF-8"
        )
      }
      line += 1
    }
  }
}
