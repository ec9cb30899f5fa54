/// What mathematical characters are called where only ASCII can be shown.
enum ASCIINames {
  /// The text with every character named that is not ASCII; those without a name become `?`.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += name(scalar) }
    return result
  }

  static func name(_ scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x80 { return String(scalar) }
    if let sign = sign(scalar) { return sign }
    let plain = MathAlphabet.plain(scalar)
    if plain.value < 0x80 { return String(plain) }
    if plain == "ε" { return "eps" }
    for command in TeX.greek {
      if case .letter(let letter) = command.meaning, letter.unicodeScalars.first == plain {
        return command.name
      }
    }
    return "?"
  }

  private static func sign(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "−": "-"
    case "×", "⋅", "∗", "⋆", "∙", "⊙": "*"
    case "÷", "⊘": "/"
    case "±": "+-"
    case "∓": "-+"
    case "∘": "o"
    case "⊕": "(+)"
    case "⊗": "(*)"
    case "∖": "\\"
    case "∪", "⋃": "union"
    case "∩", "⋂": "meet"
    case "∧": "and"
    case "∨": "or"
    case "≤": "<="
    case "≥": ">="
    case "≠": "!="
    case "≈": "~="
    case "≡": "=="
    case "∼", "≃", "≅": "~"
    case "∝": "prop.to"
    case "≪": "<<"
    case "≫": ">>"
    case "∈": "in"
    case "∉": "not in"
    case "∋": "has"
    case "⊂", "⊆": "subset of"
    case "⊃", "⊇": "superset of"
    case "∣": "|"
    case "∥", "‖": "||"
    case "→", "↦": "->"
    case "←": "<-"
    case "↔": "<->"
    case "↑": "up"
    case "↓": "down"
    case "⇒", "⟹": "=>"
    case "⇐": "<=="
    case "⇔", "⟺": "<=>"
    case "⟨": "<"
    case "⟩": ">"
    case "⌈", "⌊": "["
    case "⌉", "⌋": "]"
    case "∑": "sum"
    case "∏": "prod"
    case "∫": "int"
    case "∇": "grad"
    case "∂": "d"
    case "∞": "inf"
    case "ℓ": "l"
    case "∅": "{}"
    case "∀": "for all"
    case "∃": "exists"
    case "⊤": "T"
    case "⊥": "_|_"
    case "ℜ": "Re"
    case "ℑ": "Im"
    case "…", "⋯", "⋮", "⋱": "..."
    case "′": "'"
    case "\u{A0}": " "
    default: nil
    }
  }
}
