extension MathBoxWriter {
  func script(
    _ base: MathNode,
    _ below: MathNode?,
    _ above: MathNode?,
    display: Bool
  ) -> MathBox {
    switch base {
    case .symbol(let sign, .large) where sign != "∫":
      if display || !isInLine(below, above) { return limits(base, below, above) }
    case .function(_, limits: true):
      if display && below != nil { return limits(base, below, above) }
    default: break
    }
    var body = box(base, display: display)
    if base.needsBrackets(below: below, above: above) { body = fenced("(", body, ")") }
    if body.height > 1 { return attached(to: body, below, above) }
    if isInLine(below, above) {
      return MathBox(lines.script(base, below, above, tight: false))
    }
    let low = below.map { lines.lowered($0) }
    // A subscript that fits stays in the row, also when the power is raised above it.
    let isLowInLine = low?.isSimple ?? true
    let high = above.map { lines.raised($0) }
    let isHighInLine = high?.isCharacters ?? true
    if let low, isLowInLine { body = MathBox(body.rows[0] + low.text) }
    if let high, isHighInLine { body = MathBox(body.rows[0] + high.text) }
    var column: [MathBox] = [MathBox(" ")]
    var middle = 0
    if let above, !isHighInLine {
      column.insert(MathBox(lines.text(above, tight: true)), at: 0)
      middle = 1
    }
    if let below, !isLowInLine { column.append(MathBox(lines.text(below, tight: true))) }
    var width = 0
    for box in column { width = max(width, box.width) }
    let padded = column.map { $0.widened(to: width, alignment: .left) }
    return body.beside(.stacked(padded, baselineOf: middle))
  }

  /// Limits below and above, centred.
  func limits(_ base: MathNode, _ below: MathNode?, _ above: MathNode?) -> MathBox {
    var boxes = [box(base, display: true)]
    var middle = 0
    if let above {
      boxes.insert(MathBox(lines.text(above, tight: true)), at: 0)
      middle = 1
    }
    if let below { boxes.append(MathBox(lines.text(below, tight: true))) }
    return .stacked(boxes, baselineOf: middle)
  }

  func underbrace(_ body: MathNode, _ label: MathNode?, display: Bool) -> MathBox {
    let inside = box(body, display: display)
    let text = label.map { MathBox(lines.text($0)) }
    let width = max(inside.width, 3)
    let left = (width - 3) / 2
    let right = width - 3 - left
    let brace =
      symbols == .ascii
      ? "\\" + String(repeating: "_", count: left) + "." + String(repeating: "_", count: right)
        + "/"
      : "╰" + String(repeating: "─", count: left) + "┬" + String(repeating: "─", count: right) + "╯"
    return .stacked([inside, MathBox(brace)] + (text.map { [$0] } ?? []), baselineOf: 0)
  }

  /// Whether raised and lowered characters say it all in the row of the base.
  private func isInLine(_ below: MathNode?, _ above: MathNode?) -> Bool {
    if symbols == .ascii { return true }
    let isLowSimple = below.map { lines.lowered($0).isSimple } ?? true
    let isHighSimple = above.map { lines.raised($0).isCharacters } ?? true
    return isLowSimple && isHighSimple
  }

  /// Scripts at the corners of something tall.
  private func attached(to body: MathBox, _ below: MathNode?, _ above: MathNode?) -> MathBox {
    let high = above.map { corner($0, ScriptCharacters.raised) } ?? ""
    let low = below.map { corner($0, ScriptCharacters.lowered) } ?? ""
    var rows = Array(repeating: "", count: body.height)
    rows[body.height - 1] = low
    // ASCII has no raised characters: only the row above tells a power from a factor.
    if symbols == .ascii && !high.isEmpty {
      return body.beside(MathBox(rows: [high] + rows, baseline: body.baseline + 1))
    }
    rows[0] = high
    return body.beside(MathBox(rows: rows, baseline: body.baseline))
  }

  private func corner(_ node: MathNode, _ characters: (String) -> String?) -> String {
    let text = lines.text(node, tight: true)
    if symbols == .unicode, !node.hasWord, let changed = characters(text) { return changed }
    return text
  }
}
