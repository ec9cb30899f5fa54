/// Reads what `WireWriter` wrote; nil for anything else, for a child in trouble may send anything.
struct WireReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func tree() -> MarkdownTree? {
    var open: [MarkdownNode] = []
    while let byte = next() {
      if byte != 0 {
        guard let tag = WireTag(rawValue: byte), var node = node(tag) else {
          return nil
        }
        if node.line == 0 { Self.place(&node, in: open.last) }
        open.append(node)
      } else {
        guard let node = open.popLast() else { return nil }
        guard let parent = open.indices.last else {
          return position == bytes.endIndex ? MarkdownTree(document: node) : nil
        }
        open[parent].children.append(node)
      }
    }
    return nil
  }
}

extension WireReader {
  /// The library knows no place for some inline nodes: they stand where the one before them ends.
  private static func place(_ node: inout MarkdownNode, in parent: MarkdownNode?) {
    guard let parent else { return node.line = 1 }
    let before = parent.children.last
    node.line = before?.endLine ?? parent.line
    node.column = before.map { $0.endColumn + 1 } ?? parent.column
    (node.endLine, node.endColumn) = (node.line, node.column)
  }

  private mutating func node(_ tag: WireTag) -> MarkdownNode? {
    guard let line = number(), let column = number(), let endLine = number(),
      let endColumn = number(), let value = number(), let literal = text(), let detail = text()
    else { return nil }
    var node = MarkdownNode(tag.content(value, literal, detail))
    node.line = line
    node.column = column
    node.endLine = endLine
    node.endColumn = endColumn
    return node
  }

  private mutating func next() -> UInt8? {
    guard position < bytes.endIndex else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func number() -> Int? {
    var value = 0
    var shift = 0
    while let byte = next() {
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
      if shift > 56 { return nil }
    }
    return nil
  }

  private mutating func text() -> String? {
    guard let count = number(), count <= bytes.endIndex - position else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }
}
