/// Writes a tree for the pipe: per node its kind, numbers as base-128, texts with their length,
/// then its children, then 0.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func begin(_ node: MarkdownNode) {
    bytes.append(node.kind.rawValue)
    number(node.line)
    number(node.column)
    number(node.endLine)
    number(node.endColumn)
    number(node.number)
    text(node.text)
    text(node.detail)
  }

  mutating func end() {
    bytes.append(0)
  }

  private mutating func number(_ value: Int) {
    var rest = UInt(max(value, 0))
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }
}
