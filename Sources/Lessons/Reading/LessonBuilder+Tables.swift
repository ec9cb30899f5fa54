extension LessonBuilder {
  mutating func table(
    _ node: MarkdownNode,
    _ alignments: [MarkdownTable.Alignment]
  ) -> MarkdownTable {
    var table = MarkdownTable(alignments: alignments, header: [], rows: [])
    for row in node.children {
      let isHeader = row.content == .row(isHeader: true)
      if !isHeader { checkWidth(row, atMost: alignments.count) }
      var cells: [[Inline]] = []
      for cell in row.children { cells.append(inlines(cell.children)) }
      if isHeader { table.header = cells } else { table.rows.append(cells) }
    }
    return table
  }

  /// Markdown drops what a row has beyond the head.
  private mutating func checkWidth(_ row: MarkdownNode, atMost count: Int) {
    var cells = 0
    var isEscaped = false
    var isInCell = true
    var text = source.line(line(row)).dropFirst(max(row.column - 1, 0))
    while let byte = text.last, byte == 0x20 || byte == 0x09 { text.removeLast() }
    text = text.drop { $0 == 0x20 || $0 == 0x09 }
    if text.first == UInt8(ascii: "|") { text = text.dropFirst() }
    for byte in text {
      isInCell = byte != UInt8(ascii: "|") || isEscaped
      if !isInCell { cells += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if isInCell { cells += 1 }
    if cells > count {
      fault(
        row,
        "the row has \(cells) cells, the head of the table \(count)",
        "a '|' that parts no cells is written \\|"
      )
    }
  }
}
