extension TeXParser {
  /// One thing: a letter, a number, a sign, a group or a command with its arguments.
  mutating func atom() throws(MathError) -> MathNode {
    guard let scalar = current else { throw failure("something is missing", at: index) }
    if TeXParser.isDigit(scalar) { return number() }
    if TeXParser.isLetter(scalar) {
      index += 1
      return .identifier(String(scalar))
    }
    switch scalar {
    case "{": return TeXParser.quiet(try group())
    case "\\": return try command()
    default: return try sign(scalar)
    }
  }

  /// What a command or script applies to: a group, or the one thing that follows.
  mutating func argument(of owner: String, from start: Int) throws(MathError) -> MathNode {
    skipBlanks()
    let missing = failure("nothing follows '\(owner)'", at: start)
    guard let scalar = current else { throw missing }
    switch scalar {
    case "{": return try group()
    case "}", "&", "^", "_", "'": throw missing
    case "\\":
      if let command = TeX.command(named: commandName(at: index)) {
        switch command.meaning {
        case .space, .end, .lineBreak, .right: throw missing
        case .left, .begin, .sized:
          throw failure("'\\\(command.name)' after '\(owner)': use braces", at: index)
        default: break
        }
      }
    default:
      if TeXParser.isDigit(scalar) {
        index += 1
        return .number(String(scalar))
      }
    }
    try enter(at: index)
    let node = try atom()
    depth -= 1
    return node
  }

  /// What braces hold.
  mutating func group() throws(MathError) -> MathNode {
    let start = index
    try enter(at: start)
    index += 1
    let node = try row(until: .brace)
    guard current == "}" else { throw failure("this '{' is never closed", at: start) }
    index += 1
    depth -= 1
    return node
  }

  /// A sign alone in braces loses its spacing: `1{,}000`.
  private static func quiet(_ node: MathNode) -> MathNode {
    guard case .symbol(let sign, let spacing) = node, spacing != .large else { return node }
    return .symbol(sign, .none)
  }

  private mutating func number() -> MathNode {
    let start = index
    while let scalar = current, TeXParser.isDigit(scalar) { index += 1 }
    if current == ".", let next = scalar(at: index + 1), TeXParser.isDigit(next) {
      index += 1
      while let scalar = current, TeXParser.isDigit(scalar) { index += 1 }
    }
    return .number(text(start, index))
  }

  private mutating func sign(_ scalar: Unicode.Scalar) throws(MathError) -> MathNode {
    let start = index
    index += 1
    switch scalar {
    case "+": return .symbol("+", .binary)
    case "-", "−": return .symbol("−", .binary)
    case "*": return .symbol("∗", .binary)
    case "=": return .symbol("=", .relation)
    case "<": return .symbol("<", .relation)
    case ">": return .symbol(">", .relation)
    case ":":
      if current == "=" {
        index += 1
        return .symbol(":=", .relation)
      }
      return .symbol(":", .relation)
    case ",", ";": return .symbol(String(scalar), .punctuation)
    case "(", "[": return .symbol(String(scalar), .opening)
    case ")", "]": return .symbol(String(scalar), .closing)
    case "/", "!", "?", ".", "|": return .symbol(String(scalar), .none)
    case "~": return .space(2)
    case "$":
      throw failure(
        "a '$' inside a formula",
        at: start,
        hint: "the formula is mathematics already; the sign is '\\$'"
      )
    case "%", "#":
      throw failure("'\(scalar)' is a sign of TeX itself", at: start, hint: "write '\\\(scalar)'")
    default:
      if let node = TeX.node(typed: scalar) { return node }
      let shown = VisibleControls.visible(String(scalar))
      throw failure(
        "'\(shown)' is not part of a formula",
        at: start,
        hint: "words go into \\text{...}"
      )
    }
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
  }
}
