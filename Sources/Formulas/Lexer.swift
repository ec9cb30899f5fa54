import Arithmetic

/// Source text to tokens, one statement at a time, so that an error in line 3 leaves lines 1 and 2
/// as they are.
///
/// A statement ends at `;` or a line's end outside brackets; `#` begins a comment. Inside `( )` and
/// `[ ]` line ends do not count; inside `{ }` they separate like `;`.
package struct Lexer {
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]
  private var index = 0
  private var depth: [(sign: Token.Sign, range: SourceRange)] = []

  package static let deepest = 200

  package init(_ source: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in source.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  package var isAtEnd: Bool { index >= scalars.count }

  /// All tokens of the text, separators included.
  package mutating func all() throws(Diagnostic) -> [Token] {
    var tokens: [Token] = []
    while let statement = try nextStatement() { tokens += statement }
    return tokens
  }

  /// The tokens of the next statement without its separator; nil at the end of the text.
  package mutating func nextStatement() throws(Diagnostic) -> [Token]? {
    var tokens: [Token] = []
    depth = []
    while true {
      let spaceBefore = skipBlanks()
      if isAtEnd {
        if let open = depth.last { throw .neverClosed(open.sign.rawValue, at: open.range) }
        return tokens.isEmpty ? nil : tokens
      }
      let start = index
      let kind = try nextKind()
      let token = Token(
        kind: kind, range: SourceRange(offsets[start], offsets[index]),
        touchesPrevious: !spaceBefore && !tokens.isEmpty)
      if case .sign(let sign) = kind {
        if sign == .newline || sign == .semicolon {
          if depth.isEmpty {
            if tokens.isEmpty { continue }
            return tokens
          }
          if depth.last?.sign == .openBrace { tokens.append(token) }
          continue
        }
        try track(sign, token.range)
      }
      tokens.append(token)
      if case .power = superscript() { try appendSuperscript(to: &tokens) }
    }
  }

  /// Goes on behind the line in which an error was found.
  package mutating func skipLine() {
    while !isAtEnd, scalars[index] != "\n" { index += 1 }
  }

  /// The byte offset reached so far.
  package var offset: Int { offsets[index] }
}

extension Lexer {
  private mutating func track(_ sign: Token.Sign, _ range: SourceRange) throws(Diagnostic) {
    switch sign {
    case .open, .openBracket, .openBrace:
      if depth.count >= Lexer.deepest { throw .nestedTooDeep(at: range) }
      depth.append((sign, range))
    case .close, .closeBracket, .closeBrace:
      guard let open = depth.last else { throw .closesNothing(sign.rawValue, at: range) }
      let matching: Token.Sign =
        switch open.sign {
        case .open: .close
        case .openBracket: .closeBracket
        default: .closeBrace
        }
      if sign != matching {
        throw .closesWrong(sign.rawValue, open: open.sign.rawValue, at: range)
      }
      depth.removeLast()
    default: break
    }
  }

  /// Skips blanks and comments; true if there were any.
  private mutating func skipBlanks() -> Bool {
    let start = index
    while !isAtEnd {
      let scalar = scalars[index]
      if scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{A0}"
        || scalar == "\u{FEFF}"
      {
        index += 1
      } else if scalar == "#" {
        skipLine()
      } else {
        break
      }
    }
    return index > start
  }

  private mutating func nextKind() throws(Diagnostic) -> Token.Kind {
    let scalar = scalars[index]
    if isDigit(scalar) || (scalar == "." && isDigit(peek(1))) { return try number() }
    if startsName(scalar) { return .name(name()) }
    if scalar == "\"" || scalar == "“" { return try text() }
    return .sign(try sign())
  }

  private func peek(_ ahead: Int) -> Unicode.Scalar {
    index + ahead < scalars.count ? scalars[index + ahead] : "\0"
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private func startsName(_ scalar: Unicode.Scalar) -> Bool {
    (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") || scalar == "_"
      || NameSpelling.isForeignLetter(scalar)
  }

  private func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    startsName(scalar) || isDigit(scalar) || NameSpelling.subscriptDigit(scalar) != nil
      || scalar == "\u{302}"
  }
}

// MARK: - Numbers, names, text, signs

extension Lexer {
  private mutating func number() throws(Diagnostic) -> Token.Kind {
    let start = index
    var decimals = 0
    while isDigit(peek(0)) { index += 1 }
    if peek(0) == ".", !startsName(peek(1)) || peek(1) == "e" {
      index += 1
      while isDigit(peek(0)) {
        index += 1
        decimals += 1
      }
    }
    var exponent = 0
    if peek(0) == "e" || peek(0) == "E" {
      let signed = peek(1) == "-" || peek(1) == "+" || peek(1) == "−"
      if isDigit(peek(signed ? 2 : 1)) {
        let isNegative = signed && peek(1) != "+"
        index += signed ? 2 : 1
        while isDigit(peek(0)) {
          exponent = min(exponent * 10 + Int(scalars[index].value - 48), 100_000)
          index += 1
        }
        if isNegative { exponent = -exponent }
      } else if !continuesName(peek(1)) {
        throw .unfinishedExponent(
          written(start, index + 1), at: SourceRange(offsets[start], offsets[index + 1]))
      }
    }
    let range = SourceRange(offsets[start], offsets[index])
    guard let value = NumberReader.double(bytes(start, index)) else {
      throw .unreadableNumber(written(start, index), at: range)
    }
    if index - start > 400 { throw .numberTooLong(at: range) }
    return .number(value, unit: Elementary.pow(10, Double(exponent - decimals)))
  }

  private mutating func name() -> String {
    var text = part()
    while peek(0) == ".", startsName(peek(1)) {
      index += 1
      text += "." + part()
    }
    return text
  }

  /// One name between dots, in its canonical spelling.
  private mutating func part() -> String {
    var text = ""
    while continuesName(peek(0)) {
      let scalar = scalars[index]
      if scalar == "\u{302}" {
        text += "_hat"
      } else if let digit = NameSpelling.subscriptDigit(scalar) {
        text += "\(digit)"
      } else if let greek = NameSpelling.greekName(scalar) {
        text += greek
      } else {
        text.unicodeScalars.append(scalar)
      }
      index += 1
    }
    return NameSpelling.canonical(text)
  }

  private mutating func text() throws(Diagnostic) -> Token.Kind {
    let start = index
    let close: Unicode.Scalar = scalars[index] == "“" ? "”" : "\""
    index += 1
    var text = ""
    while !isAtEnd, scalars[index] != "\n" {
      if scalars[index] == close {
        index += 1
        return .text(text)
      }
      if scalars[index] == "\\", peek(1) == "\"" || peek(1) == "\\" { index += 1 }
      text.unicodeScalars.append(scalars[index])
      index += 1
    }
    throw .neverClosed("\"", at: SourceRange(offsets[start], offsets[start + 1]))
  }

  private mutating func sign() throws(Diagnostic) -> Token.Sign {
    let first = scalars[index]
    let second = peek(1)
    let pair: Token.Sign? =
      switch (first, second) {
      case ("*", "*"): .power
      case ("=", "="): .equal
      case ("!", "="): .notEqual
      case ("~", "="): .about
      case ("<", "="): .lessOrEqual
      case (">", "="): .greaterOrEqual
      default: nil
      }
    if let pair {
      index += 2
      return pair
    }
    let single: Token.Sign? =
      switch first {
      case "−", "–": .minus
      case "×", "·", "⋅": .times
      case "÷": .divide
      case "≈": .about
      case "≤": .lessOrEqual
      case "≥": .greaterOrEqual
      case "≠": .notEqual
      default: first.value < 128 ? Token.Sign(rawValue: String(Character(first))) : nil
      }
    guard let single else {
      let range = SourceRange(offsets[index], offsets[index + 1])
      throw .unexpectedCharacter(first, at: range)
    }
    index += 1
    return single
  }

  /// `x²` is `x^2`: whether superscript digits stand here.
  private func superscript() -> Token.Sign? {
    NameSpelling.superscriptDigit(peek(0)) == nil ? nil : .power
  }

  private mutating func appendSuperscript(to tokens: inout [Token]) throws(Diagnostic) {
    let start = index
    var value = 0.0
    while let digit = NameSpelling.superscriptDigit(peek(0)) {
      value = value * 10 + Double(digit)
      index += 1
    }
    let range = SourceRange(offsets[start], offsets[index])
    tokens.append(Token(kind: .sign(.power), range: range, touchesPrevious: true))
    tokens.append(Token(kind: .number(value, unit: 1), range: range, touchesPrevious: true))
  }

  private func bytes(_ start: Int, _ end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars[start..<end] {
      bytes.append(scalar == "−" ? 0x2D : UInt8(truncatingIfNeeded: scalar.value))
    }
    return bytes
  }

  private func written(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes(start, end), as: UTF8.self)
  }
}
