import Arithmetic

/// Comma-separated values to a table.
///
/// The first line names the columns. Lines end in LF or CRLF, empty lines do not count, a field in
/// double quotes may hold commas, line ends and doubled quotes. Blanks around a field are part of
/// text but do not keep a field from being a number.
package enum CSVReader {
  /// Reads a table from UTF-8 text.
  package static func table(name: String, _ utf8: some Collection<UInt8>) throws(DataError)
    -> DataTable
  {
    var lines = Lines(utf8)
    guard let header = try lines.next() else { throw DataError("the table is empty") }
    let names = header.fields.map { String(decoding: $0, as: UTF8.self) }
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        throw DataError(line: header.line, "column \(index + 1) has no name")
      }
      if names[..<index].contains(name) {
        throw DataError(line: header.line, "two columns are called '\(name)'")
      }
    }
    var columns = names.map { name in ColumnBuilder(name: name) }
    var rowCount = 0
    while let row = try lines.next() {
      guard row.fields.count == columns.count else {
        throw DataError(
          line: row.line,
          "\(counted(row.fields.count)) where the header has \(columns.count)"
        )
      }
      for (index, field) in row.fields.enumerated() { columns[index].append(field) }
      rowCount += 1
    }
    guard rowCount > 0 else { throw DataError("the table has a header but no rows") }
    return DataTable(name: name, columns: columns.map { $0.column })
  }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 field" : "\(count) fields"
  }
}

/// A column being read: numbers as long as every field is one or empty.
private struct ColumnBuilder {
  var name: String
  private var fields: [ArraySlice<UInt8>] = []
  private var numbers: [Double] = []
  private var isNumeric = true
  private var hasNumber = false

  init(name: String) {
    self.name = name
  }

  mutating func append(_ field: ArraySlice<UInt8>) {
    fields.append(field)
    guard isNumeric else { return }
    if field.isEmpty {
      numbers.append(.nan)
    } else if let number = NumberReader.double(Self.trimmed(field)) {
      numbers.append(number)
      hasNumber = true
    } else {
      isNumeric = false
    }
  }

  /// A column without any number is text.
  var column: DataColumn {
    isNumeric && hasNumber
      ? DataColumn(name: name, content: .numbers(numbers))
      : DataColumn(
        name: name,
        content: .text(fields.map { String(decoding: $0, as: UTF8.self) })
      )
  }

  private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = field
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes
  }
}

/// The records of a CSV text one after the other.
private struct Lines {
  struct Record {
    var line: Int
    var fields: [ArraySlice<UInt8>]
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ utf8: some Collection<UInt8>) {
    bytes = Array(utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next record that is not an empty line.
  mutating func next() throws(DataError) -> Record? {
    while position < bytes.count {
      if takeLineEnd() { continue }
      var record = Record(line: line, fields: [try field()])
      while take(",") { record.fields.append(try field()) }
      guard takeLineEnd() || position == bytes.count else {
        throw DataError(line: line, "text after a closing quote")
      }
      return record
    }
    return nil
  }

  private mutating func field() throws(DataError) -> ArraySlice<UInt8> {
    guard take("\"") else {
      let start = position
      while position < bytes.count, !isFieldEnd { position += 1 }
      return bytes[start..<position]
    }
    let openingLine = line
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") && !take("\"") {
        return content[...]
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      content.append(byte)
    }
    throw DataError(line: openingLine, "a quote is not closed")
  }

  /// A comma, LF or CRLF; a carriage return alone is text.
  private var isFieldEnd: Bool {
    switch bytes[position] {
    case UInt8(ascii: ","), UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): isLineEnd(at: position + 1)
    default: false
    }
  }

  private func isLineEnd(at index: Int) -> Bool {
    index == bytes.count || bytes[index] == UInt8(ascii: "\n")
  }

  private mutating func takeLineEnd() -> Bool {
    guard position < bytes.count else { return false }
    if bytes[position] == UInt8(ascii: "\r") && isLineEnd(at: position + 1) { position += 1 }
    if position == bytes.count { return true }
    guard bytes[position] == UInt8(ascii: "\n") else { return false }
    position += 1
    line += 1
    return true
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }
}
