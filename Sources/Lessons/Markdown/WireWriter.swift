internal import CMarkGFM

/// Writes a tree for the pipe: per node its tag, numbers as base-128, texts with their length,
/// then its children, then 0.
///
/// Texts are taken from the library as they lie there; it holds nothing but UTF-8.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(1 << 16)
  }

  /// Followed by five numbers (line, column, end line, end column, the tag's own) and two texts.
  mutating func begin(_ tag: WireTag) {
    bytes.append(tag.rawValue)
  }

  mutating func end() {
    bytes.append(0)
  }

  mutating func number(_ value: Int32) {
    var rest = UInt32(max(value, 0))
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ characters: UnsafePointer<CChar>?) {
    guard let characters else { return number(0) }
    let buffer = UnsafeRawBufferPointer(start: characters, count: descent_text_length(characters))
    number(Int32(clamping: buffer.count))
    bytes.append(contentsOf: buffer)
  }

  mutating func text(_ value: [UInt8]) {
    number(Int32(clamping: value.count))
    bytes.append(contentsOf: value)
  }
}
