/// Source text to tokens, one statement at a time, so that an error in line 3 leaves lines 1 and 2
/// as they are.
///
/// A statement ends at `;` or a line's end outside brackets; `#` begins a comment. Inside `( )` and
/// `[ ]` line ends do not count; inside `{ }` they separate like `;`.
package struct Lexer {
  let scalars: [Unicode.Scalar]
  let offsets: [Int]
  var index = 0
  private var depth: [(sign: Token.Sign, range: SourceRange)] = []

  package static let deepest = 200

  /// Places count from `offset`, where the source goes on with an earlier text.
  package init(_ source: String, from offset: Int = 0) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = offset
    var isText = false
    for scalar in source.unicodeScalars {
      if scalar == "\"" { isText.toggle() }
      if scalar == "\n" { isText = false }
      scalars.append(isText || scalar.isASCII ? scalar : NameSpelling.plain(scalar))
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

  /// The tokens of each statement, up to one that cannot be read.
  package static func statements(of source: String) -> [[Token]] {
    var lexer = Lexer(source)
    var statements: [[Token]] = []
    while let tokens = try? lexer.nextStatement() { statements.append(tokens) }
    return statements
  }

  /// The tokens of each statement as far as they can be read, for text that is still being typed:
  /// brackets may be open, and a line that cannot be read is cut there.
  ///
  /// The last is the statement in which the text ends, so it is empty behind a separator.
  package static func drafts(of source: String) -> [[Token]] {
    var lexer = Lexer(source)
    var drafts: [[Token]] = []
    while true {
      var tokens: [Token] = []
      var isEnded = false
      do throws(Diagnostic) {
        isEnded = try lexer.read(&tokens)
      } catch {
        isEnded = !lexer.isAtEnd
        lexer.skipLine()
      }
      drafts.append(tokens)
      if !isEnded { return drafts }
    }
  }

  /// The tokens of the next statement without its separator; nil at the end of the text.
  package mutating func nextStatement() throws(Diagnostic) -> [Token]? {
    var tokens: [Token] = []
    _ = try read(&tokens)
    return tokens.isEmpty ? nil : tokens
  }

  /// Appends the tokens of the next statement that has any; true where a separator ended it.
  private mutating func read(_ tokens: inout [Token]) throws(Diagnostic) -> Bool {
    depth = []
    while true {
      let spaceBefore = skipBlanks()
      if isAtEnd {
        if let open = depth.last { throw .neverClosed(open.sign.rawValue, at: open.range) }
        return false
      }
      let start = index
      let kind = try nextKind()
      let token = Token(
        kind: kind,
        range: SourceRange(offsets[start], offsets[index]),
        touchesPrevious: !spaceBefore && !tokens.isEmpty
      )
      if case .sign(let sign) = kind {
        if sign == .newline || sign == .semicolon {
          if depth.isEmpty {
            if tokens.isEmpty { continue }
            return true
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

  /// Goes on behind the line that holds the byte at `offset`, where a bracket was opened in vain.
  package mutating func skipLine(at offset: Int) {
    var (low, high) = (0, index)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    index = low
    skipLine()
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
        || scalar == "\u{FEFF}" || scalar == "\u{3000}"
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
    if let value = NameSpelling.fraction(scalar) {
      index += 1
      return .number(value, unit: 0)
    }
    if scalar == "∞" {
      index += 1
      return .name("inf")
    }
    if scalar == "\"" || scalar == "“" { return try text() }
    return .sign(try sign())
  }

  func peek(_ ahead: Int) -> Unicode.Scalar {
    index + ahead < scalars.count ? scalars[index + ahead] : "\0"
  }

  func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  func startsName(_ scalar: Unicode.Scalar) -> Bool {
    (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") || scalar == "_"
      || NameSpelling.isForeignLetter(scalar)
  }

  func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    startsName(scalar) || isDigit(scalar) || NameSpelling.subscriptDigit(scalar) != nil
      || (0x300...0x36F).contains(scalar.value)
  }
}
