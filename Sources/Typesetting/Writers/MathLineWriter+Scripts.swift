extension MathLineWriter {
  /// A script in one line: raised or lowered characters where Unicode has all of them.
  struct Piece {
    var text: String
    /// No `_` or `^` was needed.
    var isCharacters: Bool
    /// `_` and a plain word, which reads well enough in a box too.
    var isSimple: Bool
  }

  func script(_ base: MathNode, _ below: MathNode?, _ above: MathNode?, tight: Bool) -> String {
    let body = scriptBase(base, below, above, tight: tight)
    if symbols == .ascii, let below, joinsDigits(base, below) {
      return body + text(below) + (above.map { raised($0).text } ?? "")
    }
    let low = below.map { lowered($0) }
    let high = above.map { raised($0) }
    // After `_dW` a raised 2 would seem to belong to dW.
    if let low, let high, !low.isCharacters, high.isCharacters {
      return body + high.text + low.text
    }
    return body + (low?.text ?? "") + (high?.text ?? "")
  }

  func lowered(_ node: MathNode) -> Piece { piece(node, "_", ScriptCharacters.lowered) }

  func raised(_ node: MathNode) -> Piece {
    if case .symbol(let sign, .none) = node, sign.unicodeScalars.allSatisfy({ $0 == "′" }) {
      return Piece(text: plain(sign), isCharacters: true, isSimple: true)
    }
    return piece(node, "^", ScriptCharacters.raised)
  }

  private func piece(
    _ node: MathNode,
    _ mark: String,
    _ characters: (String) -> String?
  ) -> Piece {
    let text = text(node, tight: true)
    if text.isEmpty { return Piece(text: "", isCharacters: true, isSimple: true) }
    if symbols == .unicode, !node.hasWord, let changed = characters(text) {
      return Piece(text: changed, isCharacters: true, isSimple: true)
    }
    if isPlainName(text) { return Piece(text: mark + text, isCharacters: false, isSimple: true) }
    if case .fenced("(", _, ")") = node {
      return Piece(text: mark + text, isCharacters: false, isSimple: false)
    }
    return Piece(text: mark + bracketed(text), isCharacters: false, isSimple: false)
  }

  /// Letters, digits and marks, or one sign alone.
  private func isPlainName(_ text: String) -> Bool {
    var count = 0
    var isName = true
    for scalar in text.unicodeScalars {
      if DisplayWidth.columns(scalar) > 0 { count += 1 }
      let isLetter = TeXParser.isLetter(scalar) || TeXParser.isDigit(scalar)
      let isOther = (0x370...0x3FF).contains(scalar.value) || (0x300...0x36F).contains(scalar.value)
      if !(isLetter || isOther || scalar == "_") { isName = false }
    }
    return isName || count == 1
  }

  private func scriptBase(
    _ base: MathNode,
    _ below: MathNode?,
    _ above: MathNode?,
    tight: Bool
  ) -> String {
    let text = text(base, tight: tight)
    return base.needsBrackets(below: below, above: above) ? bracketed(text) : text
  }

  /// Notebook names write β₁ as `beta1`.
  private func joinsDigits(_ base: MathNode, _ below: MathNode) -> Bool {
    guard case .number = below, case .identifier(let name) = base,
      let scalar = name.unicodeScalars.first
    else { return false }
    return (0x370...0x3FF).contains(scalar.value)
  }
}

extension MathNode {
  /// How firmly a thing holds together where it stands beside a slash.
  enum Strength: Equatable {
    case sum, product, quotient, atom
  }

  var strength: Strength {
    switch self {
    case .fraction: return .quotient
    case .underbrace: return .sum
    case .grid(_, let open, let close, _): return open.isEmpty || close.isEmpty ? .sum : .atom
    case .row(let items): return MathNode.strength(of: items)
    default: return .atom
    }
  }

  private static func strength(of items: [MathNode]) -> Strength {
    let things = items.filter { if case .space = $0 { false } else { true } }
    if things.count == 1 { return things[0].strength }
    if things.isEmpty || isDifferential(things) { return .atom }
    var hasSlash = false
    for thing in things {
      switch thing.nucleus {
      case .symbol("/", _), .fraction: hasSlash = true
      case .symbol(_, let spacing) where spacing != .none && spacing != .prefix: return .sum
      case .row: if thing.strength == .sum { return .sum }
      default: break
      }
    }
    return hasSlash ? .quotient : .product
  }

  /// `dW`, `∂L`, `Δθ`: one thing, though of two letters.
  private static func isDifferential(_ items: [MathNode]) -> Bool {
    guard items.count == 2 else { return false }
    switch items[0].nucleus {
    case .identifier("d"), .upright("d"), .identifier("∂"), .identifier("∇"), .identifier("Δ"):
      break
    default: return false
    }
    switch items[1].nucleus {
    case .identifier, .accent: return true
    default: return false
    }
  }

  /// Whether a script on this base must be kept from seeming to belong to its last part only.
  func needsBrackets(below: MathNode?, above: MathNode?) -> Bool {
    switch self {
    case .row(let items): !items.isEmpty && strength != .atom
    case .fraction, .root, .indexedRoot, .underbrace: true
    case .script(.symbol(_, .large), _, _), .script(.function, _, _): false
    case .script(_, let innerBelow, let innerAbove):
      innerAbove != nil || (innerBelow != nil && below != nil)
    default: false
    }
  }

  /// Whether it holds a word, whose letters are not worth lowering one by one.
  var hasWord: Bool {
    switch self {
    case .identifier(let name): name.unicodeScalars.count > 1
    case .text(let words): words.unicodeScalars.count > 1
    case .function: true
    case .row(let items): items.contains { $0.hasWord }
    case .fenced(_, let body, _), .accent(let body, _), .root(let body): body.hasWord
    case .fraction(let above, let below): above.hasWord || below.hasWord
    case .script(let base, let below, let above):
      base.hasWord || (below?.hasWord ?? false) || (above?.hasWord ?? false)
    default: false
    }
  }

  var isWord: Bool {
    switch self {
    case .identifier, .upright, .text, .number: true
    default: false
    }
  }

  var items: [MathNode] {
    if case .row(let items) = self { return items }
    return [self]
  }
}

extension MathNode.Accent {
  var combiningMark: String {
    switch self {
    case .hat: "\u{302}"
    case .tilde: "\u{303}"
    case .bar: "\u{304}"
    case .arrow: "\u{20D7}"
    case .dot: "\u{307}"
    case .twoDots: "\u{308}"
    }
  }

  /// As notebook names spell it: `v_hat`.
  var name: String {
    switch self {
    case .hat: "hat"
    case .tilde: "tilde"
    case .bar: "bar"
    case .arrow: "vec"
    case .dot: "dot"
    case .twoDots: "ddot"
    }
  }
}
