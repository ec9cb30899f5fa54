import Arithmetic

// The words for everything that can be wrong with how a formula is written.

extension Diagnostic {
  static func neverClosed(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("this '\(sign)' is never closed", hint: closing(sign), at: range)
  }

  private static func closing(_ sign: String) -> String? {
    switch sign {
    case "(": "add a ')'"
    case "[": "add a ']'"
    case "{": "add a '}'"
    case "\"": "add a '\"' before the line ends"
    default: nil
    }
  }

  static func closesNothing(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("this '\(sign)' closes nothing", hint: "take it away, or open one first", at: range)
  }

  static func closesWrong(_ sign: String, open: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("'\(sign)' cannot close '\(open)'", at: range)
  }

  static func nestedTooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nested more than \(Lexer.deepest) deep",
      hint: "name a part first: a = ..., then use a",
      at: range
    )
  }

  static func tooTall(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "more than \(Expression.tallest) operations in one another",
      hint: "name a part first: a = ..., then use a",
      at: range
    )
  }

  static func unfinishedExponent(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "'\(text)' is no number: digits must follow the e",
      hint: "for powers of e write exp(x)",
      at: range
    )
  }

  static func unreadableNumber(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("'\(text)' is no number", hint: "numbers look like 3, 0.5 or 1e-3", at: range)
  }

  static func numberTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic("a number of more than 400 characters", hint: "17 digits are exact", at: range)
  }

  static func unexpectedCharacter(
    _ scalar: Unicode.Scalar,
    isFirst: Bool,
    isLast: Bool,
    isTouching: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    let hint: String? =
      switch scalar {
      case "'", "’", "′":
        isTouching ? "in an experiment the derivative by x is dx" : "text stands in double quotes"
      case "‘", "`", "«", "»", "„": "text stands in double quotes"
      case "&", "∧": "write 'and'"
      case "∨": "write 'or'"
      case "!" where isTouching: "there are no factorials: write exp(sum(log(range(1, 5))))"
      case "!", "¬": "write 'not' or '!='"
      case "~": "equal to the precision shown is '~='"
      case "%" where isFirst: "help lists what there is: write help"
      case "%": isLast ? "write 0.05 for 5 percent" : "the remainder is a function: write mod(7, 3)"
      case "∛": "write x^(1/3)"
      case "∑": "the sum of a series is a function: write sum([1, 2, 3])"
      case "∏": "there are no products of series: write exp(sum(log([1, 2, 3])))"
      case "∇", "∂": "the gradient at the point has names such as dx: write check gradient"
      case "∫": "there are no integrals"
      case "°": "angles are in radians: write 30*pi/180"
      case "≔", "←": "to give a name a value write x = 3"
      case "→", "↦", "⇒": "a function is one formula: write f(x) = x^2"
      case "±": "write both: [1 - 2, 1 + 2]"
      case "≡": "write 'x == y'"
      case "@": "series multiply element by element: write sum([1, 2]*[3, 4])"
      case ".": "functions take their values in brackets: write mean([1, 2])"
      case "\\": "Greek letters have names: write alpha"
      case "$": "formulas are written plainly: write x^2 + 10y^2"
      case "…": "a series goes on by a function: write range(1, 5)"
      default: nil
      }
    return Diagnostic("unexpected character '\(spelled(scalar))'", hint: hint, at: range)
  }

  /// A visible spelling: control characters by their code.
  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    scalar.value < 32 || (0x7F..<0xA0).contains(scalar.value)
      || (0x2000..<0x2070).contains(scalar.value)
      ? "U+" + String(scalar.value, radix: 16, uppercase: true) : String(Character(scalar))
  }

  package static func unexpected(_ token: Token) -> Diagnostic {
    switch token.kind {
    case .number(let value, _):
      Diagnostic(
        "unexpected number \(NumberText.shortest(value))",
        hint: "is an operator or a comma missing before it?",
        at: token.range
      )
    case .name(let name):
      Diagnostic(
        "unexpected word '\(name)'",
        hint: "is an operator missing before it, such as '*'?",
        at: token.range
      )
    case .text:
      Diagnostic("unexpected text", at: token.range)
    case .sign(.newline):
      Diagnostic("unexpected end of the line", hint: "something is missing here", at: token.range)
    case .sign(let sign):
      Diagnostic("unexpected '\(sign.rawValue)'", hint: habit(sign), at: token.range)
    }
  }

  /// What a sign is likely to have been meant for where it cannot stand.
  private static func habit(_ sign: Token.Sign) -> String? {
    switch sign {
    case .assign: "to compare, write '==' or '~='"
    case .bar: "write 'or'; |x| is the absolute value"
    case .openBrace: "braces hold the equations of a rule; a series stands in [1, 2, 3]"
    case .colon: "commands with a colon belong to the shell"
    default: nil
    }
  }

  static func raisedPoint(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "'·' multiplies",
      hint: "the decimal point stands on the line: write 0.5",
      at: range
    )
  }

  static func ambiguousRoot(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "where this root ends can be read in two ways",
      hint: "write sqrt(x)^2 or sqrt(2*x)",
      at: range
    )
  }

  static func inverseOrPower(_ name: String, at range: SourceRange) -> Diagnostic {
    let inverse = "a\(name)"
    let other = ElementaryFunction(rawValue: inverse) == nil ? "" : " or \(inverse)(x)"
    return Diagnostic(
      "the power -1 of a function can be read in two ways",
      hint: "write 1/\(name)(x)\(other)",
      at: range
    )
  }

  package static func expected(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("expected \(what)", at: range)
  }

  package static func somethingMustFollow(at range: SourceRange) -> Diagnostic {
    Diagnostic("something must follow here", hint: "a number, a name or a bracket", at: range)
  }

  static func chainedComparison(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "comparisons do not chain",
      hint: "write a < b and b < c",
      at: range
    )
  }

  static func ambiguousProduct(at reader: TokenReader, _ start: Int) -> Diagnostic {
    let range = reader.tokens[start].range.joined(reader.tokens[start + 1].range)
    return Diagnostic(
      "a product without '*' behind '/' can be read in two ways",
      hint: "write 1/(2*x) or (1/2)*x",
      at: range
    )
  }

  static func ambiguousPower(at reader: TokenReader, _ start: Int) -> Diagnostic {
    let last = min(start + 1, reader.tokens.count - 1)
    let range = reader.tokens[start].range.joined(reader.tokens[last].range)
    return Diagnostic(
      "a product without '*' in an exponent can be read in two ways",
      hint: "write x^(2*y) or x^2 * y",
      at: range
    )
  }

  static func bracketsAreNoList(at token: Token) -> Diagnostic {
    Diagnostic(
      "round brackets hold one value",
      hint: "a series stands in [1, 2, 3]",
      at: token.range
    )
  }
}
