/// One word, number or sign of the language.
package struct Token: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A number and the value of one unit of its last written digit (0.01 for `2.50`).
    case number(Double, unit: Double)
    /// A name in its canonical spelling: `α` is `alpha`, `v̂` is `v_hat`, `epsilon` is `eps`.
    case name(String)
    case text(String)
    case sign(Sign)
  }

  package enum Sign: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case power = "^"
    case open = "("
    case close = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case semicolon = ";"
    case newline = "\n"
    case assign = "="
    case equal = "=="
    case notEqual = "!="
    case about = "~="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case colon = ":"
    case question = "?"
    case bar = "|"
    case root = "√"
  }

  package var kind: Kind
  package var range: SourceRange
  /// Nothing stands between this token and the one before.
  package var touchesPrevious: Bool

  package func isSign(_ sign: Sign) -> Bool { kind == .sign(sign) }

  /// The canonical name, if the token is one.
  package var name: String? {
    if case .name(let name) = kind { name } else { nil }
  }
}
