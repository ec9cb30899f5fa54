import Arithmetic
import Typesetting

extension Table {
  /// The table as comma-separated values (RFC 4180, lines ending in LF): the names of the columns,
  /// then a line a row, numbers at full precision, a cell without a value empty.
  ///
  /// `send` gets it in pieces of whole lines. Control characters are spelled out.
  package func csv(_ send: ([UInt8]) -> Void) {
    var bytes: [UInt8] = []
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      bytes.append(contentsOf: Self.quoted(column).utf8)
    }
    bytes.append(0x0A)
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        cell.csv(&bytes)
      }
      bytes.append(0x0A)
      if bytes.count > 1 << 16 {
        send(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    send(bytes)
  }

  fileprivate static func quoted(_ text: String) -> String {
    let text = VisibleControls.visible(text)
    var needsQuotes = text.utf8.first == 0x20 || text.utf8.last == 0x20
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\"\""
      default: result.unicodeScalars.append(scalar)
      }
      if scalar == "\"" || scalar == "," || scalar == "\n" || scalar == "\r" { needsQuotes = true }
    }
    return needsQuotes ? result + "\"" : text
  }
}

extension Table.Cell {
  fileprivate func csv(_ bytes: inout [UInt8]) {
    switch self {
    case .number(let value): NumberText.append(shortest: value, to: &bytes)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .text(let text): bytes.append(contentsOf: Table.quoted(text).utf8)
    case .trend(let values):
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(0x20) }
        NumberText.append(shortest: value, to: &bytes)
      }
    case .missing: break
    }
  }
}
