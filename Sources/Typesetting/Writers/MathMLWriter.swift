/// Writes the elements inside `<math>`; spacing follows TeX's where MathML Core's own dictionary of
/// operators would not.
struct MathMLWriter {
  var output = ""
  /// Whether limits stand below and above, as in a displayed formula.
  var displayStyle: Bool
  var isInScript = false

  init(displayStyle: Bool) {
    self.displayStyle = displayStyle
  }

  /// The children of an element that is a row by itself: `math`, `mtd`, `msqrt`.
  mutating func inferredRow(_ node: MathNode) {
    if case .row(let items) = node {
      self.items(items)
    } else {
      element(node)
    }
  }

  /// The children of a row; `isInside` when other elements stand before the first.
  mutating func items(_ items: [MathNode], isInside: Bool = false) {
    for (index, item) in items.enumerated() {
      if index > 0 { thinSpace(items[index - 1], item) }
      if case .symbol(let sign, .prefix) = item, index > 0 || isInside {
        output += "<mo form=\"prefix\">" + Markup.escape(sign) + "</mo>"
      } else if case .symbol(let sign, .binary) = item, TeXParser.isSign(sign), index == 0,
        !isInside
      {
        output += "<mo form=\"infix\">" + Markup.escape(sign) + "</mo>"
      } else {
        element(item)
      }
      if item.isFunction, index + 1 < items.count, items[index + 1].takesThinSpace {
        output += "<mo>\u{2061}</mo>"
      }
    }
  }

  mutating func element(_ node: MathNode) {
    switch node {
    case .row(let items):
      if items.isEmpty {
        output += "<mrow/>"
      } else {
        output += "<mrow>"
        self.items(items)
        output += "</mrow>"
      }
    case .identifier(let name): identifier(name)
    case .upright(let name): tag("mi", " mathvariant=\"normal\"", name)
    case .number(let digits): tag("mn", "", digits)
    case .symbol(let sign, let spacing): symbol(sign, spacing)
    case .text(let words): tag("mtext", "", MathMLWriter.keepingOuterSpaces(words))
    case .function(let name, _):
      tag("mi", name.utf8.count == 1 ? " mathvariant=\"normal\"" : "", name)
    case .fraction(let above, let below):
      output += "<mfrac>"
      inner(above)
      inner(below)
      output += "</mfrac>"
    case .root(let body):
      output += "<msqrt>"
      inferredRow(body)
      output += "</msqrt>"
    case .indexedRoot(let body, let index):
      output += "<mroot>"
      element(body)
      script(index)
      output += "</mroot>"
    case .accent(let body, let accent): self.accent(body, accent)
    case .script(let base, let below, let above): scripts(base, below, above)
    case .stacked(let base, let below, let above): limits(base, below, above)
    case .fenced(let open, let body, let close): fenced(open, body, close)
    case .underbrace(let body, let label): underbrace(body, label)
    case .grid(let rows, let open, let close, let aligned): grid(rows, open, close, aligned)
    case .space(let width):
      if width != 0 { output += "<mspace width=\"\(MathMLWriter.ems(width))em\"/>" }
    }
  }

  mutating func tag(_ name: String, _ attributes: String, _ text: String) {
    output += "<" + name + attributes + ">" + Markup.escape(text) + "</" + name + ">"
  }

  /// The parts of a fraction, which are set in text style.
  private mutating func inner(_ node: MathNode) {
    let outer = displayStyle
    displayStyle = false
    element(node)
    displayStyle = outer
  }

  mutating func script(_ node: MathNode) {
    let outer = isInScript
    isInScript = true
    inner(node)
    isInScript = outer
  }

  private mutating func identifier(_ name: String) {
    let scalars = name.unicodeScalars
    let isUpright = scalars.count == 1 && scalars.allSatisfy(MathMLWriter.isUpright)
    tag("mi", isUpright ? " mathvariant=\"normal\"" : "", name)
  }

  /// Single letters that TeX does not slant: nabla, partial and the capital Greek ones.
  private static func isUpright(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "∇" || scalar == "∂" || (0x391...0x3A9).contains(scalar.value)
  }

  private mutating func symbol(_ sign: String, _ spacing: MathNode.Spacing) {
    switch spacing {
    case .opening, .closing: tag("mo", " stretchy=\"false\"", sign)
    case .relation where sign == "↑" || sign == "↓": tag("mo", " stretchy=\"false\"", sign)
    // TeX sets signs in scripts without room; browsers do not.
    case .binary, .relation, .punctuation:
      tag("mo", isInScript ? " lspace=\"0\" rspace=\"0\"" : "", sign)
    case .none:
      switch sign {
      case "%", "&", "#", "$", "_", ".", "?": tag("mtext", "", sign)
      case "|", "‖": tag("mo", " stretchy=\"false\" lspace=\"0\" rspace=\"0\"", sign)
      default:
        if let primes = MathMLWriter.primes(sign) {
          tag("mo", "", primes)
        } else {
          tag("mo", " lspace=\"0\" rspace=\"0\"", sign)
        }
      }
    default: tag("mo", "", sign)
    }
  }

  /// Two and three primes have characters of their own, which fonts space better.
  private static func primes(_ sign: String) -> String? {
    switch sign {
    case "′": "′"
    case "′′": "″"
    case "′′′": "‴"
    default: sign.unicodeScalars.allSatisfy { $0 == "′" } ? sign : nil
    }
  }

  private static func keepingOuterSpaces(_ words: String) -> String {
    var scalars = Array(words.unicodeScalars)
    if scalars.first == " " { scalars[0] = "\u{A0}" }
    if scalars.last == " " { scalars[scalars.count - 1] = "\u{A0}" }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// Sixths of an em with four decimals.
  static func ems(_ sixths: Int) -> String {
    let sign = sixths < 0 ? "-" : ""
    let whole = abs(sixths) / 6
    let fractions = ["", ".1667", ".3333", ".5", ".6667", ".8333"]
    return sign + String(whole) + fractions[abs(sixths) % 6]
  }
}
