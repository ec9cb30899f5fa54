extension TeXParser {
  /// The name after the backslash at `position`: letters, or one other character.
  func commandName(at position: Int) -> String {
    var end = position + 1
    while let scalar = scalar(at: end), TeXParser.isLetter(scalar) { end += 1 }
    if end == position + 1 && end < scalars.count { end += 1 }
    let name = text(position + 1, end)
    return name == "\n" || name == "\t" || name == "\r" ? " " : name
  }

  mutating func command() throws(MathError) -> MathNode {
    let start = index
    let name = commandName(at: start)
    guard let command = TeX.command(named: name) else { throw unknown(name, at: start) }
    index += 1 + name.unicodeScalars.count
    let owner = "\\" + name
    switch command.meaning {
    case .letter(let letter): return .identifier(letter)
    case .symbol(let sign, let spacing), .bracket(let sign, let spacing):
      return .symbol(sign, spacing)
    case .function(let limits): return .function(name, limits: limits)
    case .space(let width): return .space(width)
    case .fraction:
      let above = try part("numerator", of: owner, at: start)
      return .fraction(above, try part("denominator", of: owner, at: start))
    case .root: return try root(owner, at: start)
    case .accent(let accent): return .accent(try argument(of: owner, from: start), accent)
    case .underbrace: return .underbrace(try argument(of: owner, from: start), nil)
    case .stacked(let above):
      let script = try argument(of: owner, from: start)
      let base = try argument(of: owner, from: start)
      return .stacked(base, below: above ? nil : script, above: above ? script : nil)
    case .text: return .text(try words(of: owner, at: start))
    case .roman: return try roman(owner, at: start)
    case .operatorName: return try operatorName(owner, at: start)
    case .alphabet(let alphabet): return try letters(in: alphabet, owner, at: start)
    case .sized:
      skipBlanks()
      return try bracket(after: owner, at: start)
    case .left: return try fenced(at: start)
    case .begin: return try environment(at: start)
    case .right, .end, .lineBreak: throw failure("'\(owner)' has no partner here", at: start)
    }
  }

  private mutating func part(
    _ part: String,
    of owner: String,
    at start: Int
  ) throws(MathError) -> MathNode {
    skipBlanks()
    if current == nil || current == "}" || current == "&" {
      throw failure("'\(owner)' has no \(part)", at: start, hint: "\(owner){a}{b}")
    }
    return try argument(of: owner, from: start)
  }

  private mutating func root(_ owner: String, at start: Int) throws(MathError) -> MathNode {
    skipBlanks()
    guard current == "[" else { return .root(try argument(of: owner, from: start)) }
    let opening = index
    try enter(at: opening)
    index += 1
    let degree = try row(until: .bracket)
    guard current == "]" else { throw failure("this '[' is never closed", at: opening) }
    index += 1
    depth -= 1
    return .indexedRoot(try argument(of: owner, from: start), index: degree)
  }

  /// `\left`, a bracket, a row, `\right`, a bracket; a dot is no bracket.
  private mutating func fenced(at start: Int) throws(MathError) -> MathNode {
    try enter(at: start)
    let open = try delimiter(after: "\\left", at: start)
    let body = try row(until: .right)
    guard current != nil else { throw failure("'\\left' has no '\\right'", at: start) }
    let end = index
    index += 6
    let close = try delimiter(after: "\\right", at: end)
    depth -= 1
    return .fenced(open, body, close)
  }

  private mutating func delimiter(after owner: String, at start: Int) throws(MathError) -> String {
    skipBlanks()
    if current == "." {
      index += 1
      return ""
    }
    guard case .symbol(let sign, _) = try bracket(after: owner, at: start) else { return "" }
    return sign
  }

  private mutating func bracket(after owner: String, at start: Int) throws(MathError) -> MathNode {
    guard let scalar = current else { throw failure("'\(owner)' has no bracket", at: start) }
    let position = index
    if scalar == "\\" {
      let name = commandName(at: position)
      if let command = TeX.command(named: name),
        case .bracket(let sign, let spacing) = command.meaning
      {
        index += 1 + name.unicodeScalars.count
        return .symbol(sign, spacing)
      }
      throw failure("'\\\(name)' is no bracket", at: position, hint: TeXParser.bracketHint)
    }
    switch scalar {
    case "(", "[", ")", "]", "|", "/":
      index += 1
      let opens = scalar == "(" || scalar == "["
      let closes = scalar == ")" || scalar == "]"
      return .symbol(String(scalar), opens ? .opening : closes ? .closing : .none)
    default:
      let shown = VisibleControls.visible(String(scalar))
      throw failure("'\(shown)' is no bracket", at: position, hint: TeXParser.bracketHint)
    }
  }

  private static let bracketHint = "one of ( ) [ ] | \\{ \\} \\lVert \\rVert \\langle \\rangle"
}
