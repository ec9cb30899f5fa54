extension MathMLWriter {
  mutating func accent(_ body: MathNode, _ accent: MathNode.Accent) {
    let sign: String
    switch accent {
    case .hat: sign = "^"
    case .tilde: sign = "~"
    case .bar: sign = "¯"
    case .arrow: sign = "→"
    case .dot: sign = "˙"
    case .twoDots: sign = "¨"
    }
    output += "<mover accent=\"true\">"
    element(body)
    output += body.isOneLetter ? "<mo stretchy=\"false\">" : "<mo>"
    output += sign + "</mo></mover>"
  }

  mutating func scripts(_ base: MathNode, _ below: MathNode?, _ above: MathNode?) {
    switch base {
    case .symbol(let sign, .large) where sign != "∫": limits(base, below, above)
    case .function(_, limits: true) where displayStyle: limits(base, below, above)
    default: attached("msub", "msup", "msubsup", base, below, above)
    }
  }

  mutating func limits(_ base: MathNode, _ below: MathNode?, _ above: MathNode?) {
    attached("munder", "mover", "munderover", base, below, above)
  }

  private mutating func attached(
    _ lower: String,
    _ upper: String,
    _ both: String,
    _ base: MathNode,
    _ below: MathNode?,
    _ above: MathNode?
  ) {
    let name: String
    switch (below != nil, above != nil) {
    case (true, true): name = both
    case (true, false): name = lower
    case (false, true): name = upper
    case (false, false):
      element(base)
      return
    }
    output += "<" + name + ">"
    element(base)
    if let below { script(below) }
    if let above { script(above) }
    output += "</" + name + ">"
  }

  /// Brackets grow only around something tall, as in TeX with `\left` and `\right`.
  mutating func fenced(_ open: String, _ body: MathNode, _ close: String) {
    let grows = body.isTall
    output += "<mrow>"
    bracket(open, grows: grows)
    if case .row(let items) = body {
      self.items(items, isInside: !open.isEmpty)
    } else {
      items([body], isInside: !open.isEmpty)
    }
    bracket(close, grows: grows)
    output += "</mrow>"
  }

  private mutating func bracket(_ sign: String, grows: Bool) {
    if sign.isEmpty { return }
    tag("mo", grows ? (sign == "/" ? " stretchy=\"true\"" : "") : " stretchy=\"false\"", sign)
  }

  mutating func underbrace(_ body: MathNode, _ label: MathNode?) {
    if label != nil { output += "<munder>" }
    output += "<munder>"
    element(body)
    output += "<mo stretchy=\"true\">⏟</mo></munder>"
    if let label {
      script(label)
      output += "</munder>"
    }
  }

  mutating func grid(_ rows: [[MathNode]], _ open: String, _ close: String, _ aligned: Bool) {
    let outer = displayStyle
    displayStyle = aligned
    let isFenced = !(open.isEmpty && close.isEmpty)
    if isFenced { output += "<mrow>" }
    bracket(open, grows: true)
    output += aligned ? "<mtable displaystyle=\"true\">" : "<mtable>"
    for row in rows {
      output += "<mtr>"
      for (column, cell) in row.enumerated() {
        if aligned {
          output += column % 2 == 0 ? "<mtd class=\"right\">" : "<mtd class=\"left\">"
        } else {
          output += open == "{" && close.isEmpty ? "<mtd class=\"left\">" : "<mtd>"
        }
        inferredRow(cell)
        output += "</mtd>"
      }
      output += "</mtr>"
    }
    output += "</mtable>"
    bracket(close, grows: true)
    if isFenced { output += "</mrow>" }
    displayStyle = outer
  }

  /// TeX's thin space beside functions and fractions, which MathML Core does not know.
  mutating func thinSpace(_ left: MathNode, _ right: MathNode) {
    guard left.takesThinSpace, right.takesThinSpace else { return }
    let needs: Bool
    if left.isFunction {
      if case .fenced = right.nucleus { needs = false } else { needs = true }
    } else if right.isFunction {
      needs = true
    } else {
      needs = !isInScript && (left.nucleus.isFraction || right.nucleus.isFraction)
    }
    if needs { output += "<mspace width=\"0.1667em\"/>" }
  }
}
