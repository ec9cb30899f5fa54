extension MathNode {
  /// The formula as stacked rows for a terminal, with fractions, roots and limits in two dimensions.
  ///
  /// Where that is wider than asked, its line, broken before relations and signs.
  package func mathBox(maximumWidth: Int? = nil, symbols: SymbolSet = .unicode) -> MathBox {
    let box = MathBoxWriter(symbols: symbols).box(self, display: true)
    guard let maximumWidth, box.width > maximumWidth else { return box }
    let writer = MathLineWriter(symbols: symbols)
    if case .grid(let rows, _, _, aligned: true) = self {
      let lines = rows.flatMap { writer.broken(.row($0.flatMap { $0.items }), to: maximumWidth) }
      return MathBox(rows: lines, baseline: (lines.count - 1) / 2)
    }
    return MathBox(rows: writer.broken(self, to: maximumWidth), baseline: 0)
  }

  /// The printed rows of `mathBox`.
  package func box(maximumWidth: Int? = nil, symbols: SymbolSet = .unicode) -> [String] {
    mathBox(maximumWidth: maximumWidth, symbols: symbols).lines
  }
}

extension MathLineWriter {
  /// The line in pieces that fit, the later ones indented: broken before signs where that is
  /// enough, else at blanks; what stands left of the first relation stays with it.
  func broken(_ node: MathNode, to width: Int) -> [String] {
    var lines: [String] = []
    var current: [MathNode] = []
    var chunk: [MathNode] = []
    var hasRelation = false
    func flush() {
      let indent = lines.isEmpty ? "" : "  "
      let whole = indent + line(.row(current + chunk))
      if !current.isEmpty && DisplayWidth.columns(whole) > width {
        lines.append(indent + line(.row(current)))
        current = chunk
      } else {
        current += chunk
      }
      chunk = []
    }
    for item in node.items {
      if case .symbol(_, let spacing) = item.nucleus, spacing == .relation || spacing == .binary {
        if hasRelation || spacing == .binary { flush() }
        if spacing == .relation { hasRelation = true }
      }
      chunk.append(item)
    }
    flush()
    lines.append((lines.isEmpty ? "" : "  ") + line(.row(current)))
    return lines.flatMap { Self.wrapped($0, to: width) }
  }

  /// A line that is still too wide, broken at blanks; a word too wide for itself stays whole.
  private static func wrapped(_ line: String, to width: Int) -> [String] {
    if DisplayWidth.columns(line) <= width { return [line] }
    var lines: [String] = []
    var current = line.utf8.first == 0x20 ? " " : ""
    for word in line.utf8.split(separator: 0x20) {
      let text = String(Substring(word))
      let isFirst = current.utf8.allSatisfy { $0 == 0x20 }
      if !isFirst && DisplayWidth.columns(current) + 1 + DisplayWidth.columns(text) > width {
        lines.append(current)
        current = "    " + text
      } else {
        current += (current.isEmpty ? "" : " ") + text
      }
    }
    return lines + [current]
  }
}
