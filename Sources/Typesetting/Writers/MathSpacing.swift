/// How many blanks stand between two neighbours of a row, in a line and in a box alike.
///
/// TeX tells factors apart by slant and by hairs of space; a terminal has neither. So `αv̂` gets a
/// blank, while `dW`, `2x` and `∂L` stay together, and a bracket clings to what it follows.
struct MathSpacing {
  let symbols: SymbolSet
  /// In scripts, where signs have no room.
  let isTight: Bool

  /// What a thing shows to its neighbour.
  private enum Face {
    case number, letter, differential, mark, greek, accent, word, function, large, fraction, root
    case fenced, scripted, other
  }

  func gap(_ left: MathNode, _ right: MathNode) -> Int {
    let after = sign(of: left)
    let before = sign(of: right)
    if let (_, spacing) = before {
      switch spacing {
      case .binary, .relation: return roomBeside(before)
      case .punctuation, .closing: return 0
      case .prefix, .opening, .large, .none: break
      }
    }
    if let (_, spacing) = after {
      switch spacing {
      case .binary, .relation: return roomBeside(after)
      case .punctuation: return isTight ? 0 : 1
      case .prefix, .opening: return 0
      case .none:
        if case .symbol = left { return 0 }
      case .closing, .large: break
      }
    }
    if case .symbol(_, .none) = right.nucleus { return 0 }
    let leading = face(right, leading: true)
    let trailing = face(left, leading: false)
    let gap = gap(trailing, leading)
    if isTight && gap > 0 && !isWord(trailing) && !isWord(leading) { return 0 }
    return gap
  }

  /// Whether words bring their blank with them: `\text{if }`.
  static func hasOwnSpace(_ left: MathNode?, _ right: MathNode) -> Bool {
    if case .text(let words)? = left, words.utf8.last == UInt8(ascii: " ") { return true }
    if case .text(let words) = right, words.utf8.first == UInt8(ascii: " ") { return true }
    return false
  }

  /// Blanks for a space of TeX.
  static func columns(ofSpace width: Int) -> Int {
    width <= 0 ? 0 : width < 6 ? 1 : width < 12 ? 2 : 4
  }

  private func sign(of node: MathNode) -> (String, MathNode.Spacing)? {
    if case .symbol(let sign, let spacing) = node.nucleus { return (sign, spacing) }
    return nil
  }

  /// A sign that is a word in ASCII, such as `in`, needs its blanks everywhere.
  private func roomBeside(_ sign: (String, MathNode.Spacing)?) -> Int {
    guard isTight, let sign else { return 1 }
    guard symbols == .ascii, let first = ASCIINames.text(sign.0).unicodeScalars.first else {
      return 0
    }
    return TeXParser.isLetter(first) ? 1 : 0
  }

  private func isWord(_ face: Face) -> Bool {
    switch face {
    case .word, .function, .large, .fraction: true
    case .greek, .accent, .mark: symbols == .ascii
    default: false
    }
  }

  private func gap(_ left: Face, _ right: Face) -> Int {
    let isASCII = symbols == .ascii
    switch (left, right) {
    case (.fraction, .fenced), (.root, .fenced), (.large, .fenced), (.word, .word): return 1
    case (_, .fenced): return 0
    case (.number, .letter), (.number, .differential), (.number, .scripted): return 0
    case (.number, .greek), (.number, .mark), (.number, .accent), (.number, .root):
      return isASCII ? 1 : 0
    case (.letter, .letter), (.letter, .differential), (.differential, .differential): return 0
    case (.differential, .letter), (.differential, .greek), (.differential, .accent),
      (.differential, .scripted):
      return 0
    case (.mark, .letter), (.mark, .differential), (.mark, .greek), (.mark, .mark),
      (.mark, .accent), (.mark, .word), (.mark, .scripted):
      return isASCII ? 1 : 0
    default: return 1
    }
  }

  private func face(_ node: MathNode, leading: Bool) -> Face {
    switch node {
    case .identifier(let name): return face(ofName: name)
    case .upright(let name): return name == "d" ? .differential : .letter
    case .number: return .number
    case .accent(let body, _): return body.isOneLetter ? .accent : .word
    case .text: return .word
    case .function: return .function
    case .symbol(_, .large): return .large
    case .fenced("|", _, _), .fenced("‖", _, _): return .other
    case .symbol(_, .opening), .symbol(_, .closing), .fenced: return .fenced
    case .fraction: return .fraction
    case .root, .indexedRoot: return .root
    case .row(let items):
      guard let item = leading ? items.first : items.last else { return .other }
      return face(item, leading: leading)
    case .script(let base, let below, _):
      let inner = face(base, leading: leading)
      if inner == .letter && leading { return .scripted }
      if leading || inner == .large || inner == .function { return inner }
      if inner == .mark && below == nil { return .mark }
      return .other
    case .stacked(let base, _, _): return face(base, leading: leading)
    default: return .other
    }
  }

  private func face(ofName name: String) -> Face {
    let scalars = name.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return .word }
    switch scalar {
    case "d": return .differential
    case "∂": return symbols == .ascii ? .differential : .mark
    case "∇", "Δ": return .mark
    default: return TeXParser.isLetter(scalar) ? .letter : .greek
    }
  }
}
