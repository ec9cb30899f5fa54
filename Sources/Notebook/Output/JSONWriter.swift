import Arithmetic

/// JSON as bytes that are handed on in pieces: of a long table only its numbers are held in memory.
package struct JSONWriter {
  private static let pieceLength = 1 << 16

  private var bytes: [UInt8] = []
  /// A member or an element stands before the next one.
  private var needsComma = false
  private let send: ([UInt8]) -> Void

  /// `send` gets whole characters, in order.
  package init(_ send: @escaping ([UInt8]) -> Void) {
    self.send = send
  }

  /// Hands on what is left.
  package mutating func finish() {
    if !bytes.isEmpty { send(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclose(0x7B, 0x7D, members)
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    enclose(0x5B, 0x5D, elements)
  }

  package mutating func array<Elements: Sequence>(
    _ elements: Elements,
    _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array { writer in
      for element in elements { write(&writer, element) }
    }
  }

  package mutating func numbers(_ values: [Double]) { array(values) { $0.number($1) } }

  /// A member of an object; its value is what `write` writes.
  package mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
    json(JSONText.string(name))
    bytes.append(0x3A)
    needsComma = false
    write(&self)
  }

  /// A member whose value is JSON already.
  package mutating func member(_ name: String, json: String) { member(name) { $0.json(json) } }

  package mutating func member(_ name: String, _ text: String) {
    member(name, json: JSONText.string(text))
  }

  package mutating func json(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func number(_ value: Double) {
    if !value.isFinite { return json(JSONText.number(value)) }
    separate()
    NumberText.append(shortest: value, to: &bytes)
  }

  /// Ends a line of JSON lines.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func enclose(
    _ open: UInt8,
    _ close: UInt8,
    _ inside: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    needsComma = false
    inside(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
    if bytes.count > Self.pieceLength { finish() }
  }
}
