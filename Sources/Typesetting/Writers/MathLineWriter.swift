extension MathNode {
  /// The formula in one line of Unicode: `θₜ₊₁ = θₜ − η/(√v̂ₜ + ε) m̂ₜ`.
  package var line: String { MathLineWriter(symbols: .unicode).line(self) }

  /// The formula in one line of ASCII, with the names a notebook uses: `v_hat = v/(1 - beta1^t)`.
  package var asciiLine: String { MathLineWriter(symbols: .ascii).line(self) }
}

/// Writes a formula in one line, with brackets exactly where stacking or raising is lost.
struct MathLineWriter {
  let symbols: SymbolSet

  /// The whole formula, without blanks at its ends.
  func line(_ node: MathNode) -> String {
    let scalars = text(node).unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(scalars[first...last])
  }

  func text(_ node: MathNode, tight: Bool = false) -> String {
    switch node {
    case .row(let items): row(items, tight: tight)
    case .identifier(let text), .upright(let text), .number(let text), .symbol(let text, _),
      .text(let text), .function(let text, _):
      plain(text)
    case .fraction(let above, let below): fraction(above, below, tight: tight)
    case .root(let body): root(body, degree: nil)
    case .indexedRoot(let body, let degree): root(body, degree: degree)
    case .accent(let body, let accent): self.accent(body, accent)
    case .script(let base, let below, let above), .stacked(let base, let below, let above):
      script(base, below, above, tight: tight)
    case .fenced(let open, let body, let close):
      plain(open) + text(body, tight: tight) + plain(close)
    case .underbrace(let body, let label): underbrace(body, label)
    case .grid(let rows, let open, let close, let aligned): grid(rows, open, close, aligned)
    case .space(let width): DisplayWidth.blanks(MathSpacing.columns(ofSpace: width))
    }
  }

  func plain(_ text: String) -> String {
    symbols == .ascii ? ASCIINames.text(text) : text
  }

  func row(_ items: [MathNode], tight: Bool) -> String {
    let spacing = MathSpacing(symbols: symbols, isTight: tight)
    var result = ""
    var previous: MathNode?
    var pending = 0
    for item in items {
      if case .space(let width) = item {
        pending = max(pending, MathSpacing.columns(ofSpace: width))
        continue
      }
      var piece = text(item, tight: tight)
      if piece.isEmpty { continue }
      if let previous {
        if case .symbol("/", _) = previous, item.isFraction { piece = "(" + piece + ")" }
        pending = max(pending, spacing.gap(previous, item))
      }
      if MathSpacing.hasOwnSpace(previous, item) { pending = 0 }
      result += DisplayWidth.blanks(pending) + piece
      pending = 0
      previous = item
    }
    return result
  }

  private func fraction(_ above: MathNode, _ below: MathNode, tight: Bool) -> String {
    let numerator = text(above, tight: tight)
    let denominator = text(below, tight: tight)
    let opens = above.strength == .sum || above.strength == .quotient
    return (opens ? "(" + numerator + ")" : numerator) + "/"
      + (below.strength == .atom ? denominator : "(" + denominator + ")")
  }

  private func root(_ body: MathNode, degree: MathNode?) -> String {
    var inside = text(body)
    var isBracketed = false
    if case .fenced("(", _, ")") = body { isBracketed = true }
    if symbols == .ascii {
      if !isBracketed { inside = "(" + inside + ")" }
      guard let degree else { return "sqrt" + inside }
      return "root" + lowered(degree).text + inside
    }
    if !isBracketed && !standsUnderRoot(body) { inside = "(" + inside + ")" }
    guard let degree else { return "√" + inside }
    let index = text(degree, tight: true)
    switch index {
    case "3": return "∛" + inside
    case "4": return "∜" + inside
    default: return (ScriptCharacters.raised(index) ?? "(" + index + ")") + "√" + inside
    }
  }

  /// Whether a root sign before it leaves no doubt how far it reaches.
  func standsUnderRoot(_ node: MathNode) -> Bool {
    switch node {
    case .identifier, .upright: return node.isOneLetter
    case .number: return true
    case .accent(let body, _): return body.isOneLetter
    case .script(let base, let below?, nil):
      return standsUnderRoot(base) && lowered(below).isSimple
    default: return false
    }
  }

  private func accent(_ body: MathNode, _ accent: MathNode.Accent) -> String {
    let base = text(body)
    if symbols == .unicode {
      if body.isOneLetter { return base + accent.combiningMark }
      if accent == .bar {
        var result = String.UnicodeScalarView()
        for scalar in base.unicodeScalars {
          result.append(scalar)
          result.append("\u{305}")
        }
        return String(result)
      }
    }
    if body.isWord { return base + "_" + accent.name }
    return accent.name + "(" + base + ")"
  }

  private func underbrace(_ body: MathNode, _ label: MathNode?) -> String {
    let inside = text(body)
    guard let label else { return inside }
    let base = body.strength == .atom ? inside : "(" + inside + ")"
    return base + " [" + text(label) + "]"
  }

  private func grid(
    _ rows: [[MathNode]],
    _ open: String,
    _ close: String,
    _ aligned: Bool
  ) -> String {
    if aligned {
      return rows.map { text(.row($0.flatMap { $0.items })) }.joined(separator: "; ")
    }
    let cells = rows.map { $0.map { text($0) } }
    let isSpacious = cells.contains { $0.contains { $0.utf8.contains(UInt8(ascii: " ")) } }
    let lines = cells.map { row in
      row.filter { !$0.isEmpty }.joined(separator: isSpacious ? ", " : " ")
    }
    let inside = lines.joined(separator: "; ")
    if open == "{" && close.isEmpty { return "{ " + inside + " }" }
    return plain(open) + inside + plain(close)
  }

  func bracketed(_ text: String) -> String { "(" + text + ")" }
}
