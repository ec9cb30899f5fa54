extension LessonBuilder {
  mutating func cell(
    _ node: MarkdownNode,
    _ fence: MarkdownNode.Fence,
    _ output: (node: MarkdownNode, fence: MarkdownNode.Fence)?
  ) -> Cell {
    checkEnd(node, fence)
    var cell = Cell(source: fence.text, lines: line(node)...max(endLine(node), line(node)))
    if let output { checkEnd(output.node, output.fence) }
    cell.words = words(node, fence)
    if let (node, fence) = output {
      cell.expected = fence.text
      cell.outputLines = line(node)...max(endLine(node), line(node))
      let extra = fence.information.split(whereSeparator: \.isWhitespace).dropFirst()
      if let word = extra.first {
        fault(node, "unknown word '\(word)' after 'output'", "words belong after 'descent'")
      }
    }
    return cell
  }

  private func endLine(_ node: MarkdownNode) -> Int { node.endLine + source.frontMatterLines }

  /// GitHub closes an open fence at the end of the file; here it is a slip that hides a lesson.
  private mutating func checkEnd(_ node: MarkdownNode, _ fence: MarkdownNode.Fence) {
    let mark = source.line(endLine(node)).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") }
    let isClosed = node.endLine > node.line && mark.prefix(while: isMark).count >= fence.length
    if !isClosed { fault(node, "the fence has no end", "close it with a line of ```") }
  }

  private mutating func words(_ node: MarkdownNode, _ fence: MarkdownNode.Fence) -> CellWords {
    var words = CellWords()
    let line = line(node)
    var fenceText = Substring(String(decoding: source.line(line), as: UTF8.self))
    // Columns: each word is looked for after the one before it.
    var column = 1
    var seen: Set<Substring> = []
    for (index, word) in fence.information.split(whereSeparator: \.isWhitespace)
      .enumerated()
    {
      if let place = fenceText.firstRange(of: word) {
        column += fenceText.distance(from: fenceText.startIndex, to: place.lowerBound)
        fenceText = fenceText[place.lowerBound...]
      }
      if index == 0 { continue }
      // Several sliders go together, each with a name of its own.
      let name = word.prefix { $0 != (word.hasPrefix("vary=") ? ":" : "=") }
      if !seen.insert(name).inserted {
        fault(fileLine: line, column: column, "'\(name)' stands here twice", "keep one of the two")
      } else if let problem = words.read(String(word)) {
        fault(fileLine: line, column: column, problem.message, problem.hint)
      } else if name.hasPrefix("vary="), let last = words.sliders.indices.last {
        if let spelling = words.sliders[last].spelling(in: fence.text) {
          words.sliders[last].name = spelling
        } else {
          let wanted = words.sliders[last].name
          fault(
            fileLine: line,
            column: column,
            "'vary' finds no number for '\(wanted)' in the cell",
            "give it one there: \(wanted)=0.5"
          )
        }
      }
    }
    if let clash = words.clash {
      fault(fileLine: line, clash, "keep one of the two")
    }
    return words
  }
}
