/// Sets a formula in two dimensions, each part as a box.
struct MathBoxWriter {
  let symbols: SymbolSet
  let lines: MathLineWriter

  init(symbols: SymbolSet) {
    self.symbols = symbols
    lines = MathLineWriter(symbols: symbols)
  }

  /// `display`: limits of sums stand below and above.
  func box(_ node: MathNode, display: Bool) -> MathBox {
    switch node {
    case .row(let items): return row(items, display: display)
    case .fraction(let above, let below): return fraction(above, below)
    case .root(let body): return root(body, degree: nil)
    case .indexedRoot(let body, let degree): return root(body, degree: degree)
    case .accent(let body, let accent): return self.accent(body, accent, display: display)
    case .script(let base, let below, let above):
      return script(base, below, above, display: display)
    case .stacked(let base, let below, let above): return limits(base, below, above)
    case .fenced(let open, let body, let close):
      return fenced(open, box(body, display: display), close)
    case .underbrace(let body, let label): return underbrace(body, label, display: display)
    case .grid(let rows, let open, let close, let aligned):
      return fenced(open, aligned ? equations(rows) : grid(rows, open: open, close: close), close)
    default: return MathBox(lines.text(node))
    }
  }

  private func row(_ items: [MathNode], display: Bool) -> MathBox {
    let spacing = MathSpacing(symbols: symbols, isTight: false)
    var result: MathBox?
    var previous: MathNode?
    var pending = 0
    for item in items {
      if case .space(let width) = item {
        pending = max(pending, MathSpacing.columns(ofSpace: width))
        continue
      }
      let piece = box(item, display: display)
      if piece.width == 0 { continue }
      guard let before = result, let last = previous else {
        result = piece
        previous = item
        pending = 0
        continue
      }
      var gap = max(pending, spacing.gap(last, item))
      // A minus must not run into the bar of a fraction.
      if item.nucleus.isFraction || last.nucleus.isFraction { gap = max(gap, 1) }
      if case .symbol(_, .punctuation) = item.nucleus { gap = pending }
      if MathSpacing.hasOwnSpace(last, item) { gap = 0 }
      result = before.beside(piece, gap: gap)
      previous = item
      pending = 0
    }
    return result ?? MathBox("")
  }

  private func fraction(_ above: MathNode, _ below: MathNode) -> MathBox {
    let numerator = box(above, display: false)
    let denominator = box(below, display: false)
    let width = max(numerator.width, denominator.width) + 2
    let bar = String(repeating: symbols == .ascii ? "-" : "─", count: width)
    return .stacked([numerator, MathBox(bar), denominator], baselineOf: 1)
  }

  /// A short radicand follows the sign; a longer one is roofed over.
  private func root(_ body: MathNode, degree: MathNode?) -> MathBox {
    let inside = box(body, display: false)
    let flat: MathNode = degree.map { .indexedRoot(body, index: $0) } ?? .root(body)
    if symbols == .ascii {
      if inside.height == 1 { return MathBox(lines.text(flat)) }
      let name = degree.map { "root" + lines.lowered($0).text } ?? "sqrt"
      return MathBox(name).beside(fenced("(", inside, ")"))
    }
    if inside.height == 1 && lines.standsUnderRoot(body) { return MathBox(lines.text(flat)) }
    if inside.height == 1 {
      let sign = degree.map { lines.text(.indexedRoot(.row([]), index: $0), tight: true) }
      let before = MathBox(sign.map { lines.radicalOnly($0) } ?? "√")
      let roof = MathBox(String(repeating: "_", count: inside.width))
      return before.beside(.stacked([roof, inside], baselineOf: 1))
    }
    var rows = [" ┌" + String(repeating: "─", count: inside.width)]
    for (index, row) in inside.rows.enumerated() {
      rows.append((index == inside.height - 1 ? "╲│" : " │") + row)
    }
    let result = MathBox(rows: rows, baseline: inside.baseline + 1)
    guard let degree else { return result }
    let index = lines.text(degree, tight: true)
    let mark = MathBox(ScriptCharacters.raised(index) ?? index)
    return mark.extended(above: result.height - 2, below: 1)
      .standing(on: result.baseline).beside(result)
  }

  private func accent(_ body: MathNode, _ accent: MathNode.Accent, display: Bool) -> MathBox {
    let inside = box(body, display: display)
    if inside.height == 1 && (body.isOneLetter || body.isWord || symbols == .ascii) {
      return MathBox(lines.text(.accent(body, accent)))
    }
    let bar = symbols == .ascii || inside.height == 1 ? "_" : "─"
    let roof: String
    switch accent {
    case .hat: roof = "^"
    case .tilde: roof = "~"
    case .bar: roof = String(repeating: bar, count: inside.width)
    case .arrow: roof = symbols == .ascii ? "->" : "→"
    case .dot: roof = "."
    case .twoDots: roof = ".."
    }
    return .stacked([MathBox(roof), inside], baselineOf: 1)
  }
}

extension MathLineWriter {
  /// The sign of a root without the brackets around nothing.
  func radicalOnly(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let sign = scalars.firstIndex(where: { $0 == "√" || $0 == "∛" || $0 == "∜" }) else {
      return text
    }
    return String(scalars[...sign])
  }
}
