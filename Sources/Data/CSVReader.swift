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
    try check(header, names)
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
        let count = row.fields.count
        let place =
          count < columns.count
          ? "column '\(names[count])' has none"
          : "the first too many is '\(String(decoding: row.fields[columns.count], as: UTF8.self))'"
        throw DataError(
          line: row.line,
          "\(counted(count)) where the header has \(columns.count): \(place)",
          hint: "a field with a comma in it stands in quotes: \"1,5\""
        )
      }
      for (index, field) in row.fields.enumerated() { columns[index].append(field, row.line) }
      rowCount += 1
    }
    guard rowCount > 0 else { throw DataError("the table has a header but no rows") }
    for column in columns { try column.checkPoints() }
    return DataTable(name: name, columns: columns.map { $0.column })
  }

  /// What a first line cannot be: numbers, or names with another sign between them.
  private static func check(_ header: Lines.Record, _ names: [String]) throws(DataError) {
    if header.fields.allSatisfy({ NumberReader.double(ColumnBuilder.trimmed($0)) != nil }) {
      throw DataError(
        line: header.line,
        "the first line has to name the columns, and column 1 is '\(names[0])' here",
        hint: "put a line of names above it, such as x,y"
      )
    }
    for sign in [";", "\t"] where names.count == 1 {
      guard names[0].unicodeScalars.contains(where: { String($0) == sign }) else { continue }
      throw DataError(
        line: header.line,
        "the columns are separated by \(sign == ";" ? "';'" : "tabs"), not by commas",
        hint: "save the table with commas between its columns and points in its numbers"
      )
    }
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
  /// The first field that is no number, and its line.
  private var oddity: (line: Int, text: String)?
  /// The first number that has a comma where its point belongs, and whether all odd fields are so.
  private var decimalComma: (line: Int, text: String)?
  private var isAllCommas = true

  init(name: String) {
    self.name = name
  }

  mutating func append(_ field: ArraySlice<UInt8>, _ line: Int) {
    fields.append(field)
    if field.isEmpty {
      numbers.append(.nan)
    } else if let number = NumberReader.double(Self.trimmed(field)) {
      numbers.append(number)
      hasNumber = true
    } else {
      isNumeric = false
      let text = String(decoding: field, as: UTF8.self)
      if oddity == nil { oddity = (line, text) }
      if Self.hasDecimalComma(Self.trimmed(field)) {
        if decimalComma == nil { decimalComma = (line, text) }
      } else {
        isAllCommas = false
      }
    }
  }

  /// Digits on both sides of one comma.
  private static func hasDecimalComma(_ field: ArraySlice<UInt8>) -> Bool {
    let parts = field.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return false }
    return NumberReader.double(parts[0]) != nil
      && parts[1].allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// Numbers written with commas would be text without a word.
  func checkPoints() throws(DataError) {
    guard isAllCommas, let decimalComma else { return }
    throw DataError(
      line: decimalComma.line,
      "column '\(name)' has '\(decimalComma.text)', with a comma where a number has its point",
      hint: "save the table with points in its numbers"
    )
  }

  /// A column without any number is text.
  var column: DataColumn {
    isNumeric && hasNumber
      ? DataColumn(name: name, content: .numbers(numbers))
      : DataColumn(
        name: name,
        content: .text(fields.map { String(decoding: $0, as: UTF8.self) }),
        oddity: hasNumber ? oddity.map { "line \($0.line) holds '\($0.text)'" } : nil
      )
  }

  static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
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
