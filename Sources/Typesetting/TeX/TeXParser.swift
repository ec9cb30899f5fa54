/// Reads the subset by recursive descent; rows, brackets and scripts are here.
///
/// Brackets that match inside one row become `MathNode.fenced`, as `\left` and `\right` do, so that
/// a power belongs to all of `(1 - x)` and every rendering knows where brackets already are.
struct TeXParser {
  /// What ends a row.
  enum RowEnd: Equatable {
    case formula, brace, bracket, right, cell
  }

  let scalars: [Unicode.Scalar]
  var index = 0
  var depth = 0

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  func scalar(at position: Int) -> Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  mutating func formula() throws(MathError) -> MathNode {
    if scalars.count > TeX.maximumLength {
      throw failure("the formula has more than \(TeX.maximumLength) characters", at: 0)
    }
    return try row(until: .formula)
  }

  mutating func skipBlanks() {
    while let scalar = current, TeXParser.isBlank(scalar) { index += 1 }
  }

  mutating func enter(at position: Int) throws(MathError) {
    depth += 1
    if depth > TeX.maximumDepth {
      throw failure("nested more than \(TeX.maximumDepth) levels deep", at: position)
    }
  }

  /// Items up to the end asked for, which is left unread.
  mutating func row(
    until end: RowEnd,
    continues: Bool = false
  ) throws(MathError) -> MathNode {
    let outerDepth = depth
    var items: [MathNode] = []
    var openings: [Int] = []
    while true {
      skipBlanks()
      if try endsRow(end, isInsideBracket: !openings.isEmpty) { break }
      let position = index
      var item: MathNode
      switch current {
      case "^", "_", "'": item = .row([])
      default: item = try atom()
      }
      if case .symbol(_, .opening) = item {
        try enter(at: position)
        openings.append(items.count)
        items.append(item)
        continue
      }
      if case .symbol(let close, .closing) = item, let start = openings.popLast() {
        depth -= 1
        item = TeXParser.fence(items[start...], close)
        items.removeSubrange(start...)
      }
      if case .symbol(let sign, .binary) = item, TeXParser.isSign(sign),
        TeXParser.awaitsOperand(items.last, continues: continues)
      {
        item = .symbol(sign, .prefix)
      }
      items.append(try scripts(on: item))
    }
    depth = outerDepth
    return .joined(TeXParser.pairingBars(items))
  }

  /// Whether the row stops here; what can end no row here is an error.
  private func endsRow(_ end: RowEnd, isInsideBracket: Bool) throws(MathError) -> Bool {
    guard let scalar = current else { return true }
    switch scalar {
    case "}":
      if end == .brace { return true }
      throw failure("this '}' closes nothing", at: index)
    case "]": return end == .bracket && !isInsideBracket
    case "&":
      if end == .cell { return true }
      throw failure(
        "'&' belongs in aligned, cases or a matrix",
        at: index,
        hint: "write '\\&' for the sign"
      )
    case "\\":
      switch commandName(at: index) {
      case "\\":
        if end == .cell { return true }
        throw failure(
          "a line break belongs in aligned, cases or a matrix",
          at: index,
          hint: "\\begin{aligned} ... \\\\ ... \\end{aligned}"
        )
      case "end":
        if end == .cell { return true }
        throw failure("'\\end' has no '\\begin'", at: index)
      case "right":
        if end == .right { return true }
        throw failure("'\\right' has no '\\left'", at: index)
      default: return false
      }
    default: return false
    }
  }

  private static func fence(_ items: ArraySlice<MathNode>, _ close: String) -> MathNode {
    guard case .symbol(let open, _)? = items.first else { return .joined(Array(items)) }
    return .fenced(open, .joined(pairingBars(Array(items.dropFirst()))), close)
  }

  /// Plus and minus, which stand before one thing as well as between two.
  static func isSign(_ sign: String) -> Bool {
    sign == "+" || sign == "−" || sign == "±" || sign == "∓"
  }

  /// Whether a plus or minus after this item belongs to what follows it.
  private static func awaitsOperand(_ item: MathNode?, continues: Bool) -> Bool {
    guard let item else { return !continues }
    switch item {
    case .symbol(_, let spacing): return spacing != .none && spacing != .closing
    case .script(let base, _, _): return awaitsOperand(base, continues: true)
    case .function: return true
    default: return false
    }
  }
}

extension TeXParser {
  /// The item with the subscript, superscript and primes that follow it.
  mutating func scripts(on base: MathNode) throws(MathError) -> MathNode {
    var below: MathNode?
    var above: MathNode?
    var primes = 0
    scanning: while true {
      skipBlanks()
      switch current {
      case "_":
        if below != nil {
          throw failure("two subscripts on one thing: use braces", at: index, hint: "a_{b_c}")
        }
        below = try scriptArgument("_")
      case "^":
        if above != nil {
          throw failure("two superscripts on one thing: use braces", at: index, hint: "a^{b^c}")
        }
        if primes > 0 {
          throw failure("a power after a prime: use braces", at: index, hint: "{f'}^2")
        }
        above = try scriptArgument("^")
      case "'":
        if above != nil {
          throw failure("a prime after a power: use braces", at: index, hint: "{f^2}'")
        }
        primes += 1
        index += 1
      default: break scanning
      }
    }
    if primes > 0 { above = .symbol(String(repeating: "′", count: primes), .none) }
    if case .underbrace(let body, nil) = base, above == nil { return .underbrace(body, below) }
    if below == nil && above == nil { return base }
    return .script(base, below: below, above: above)
  }

  private mutating func scriptArgument(_ mark: String) throws(MathError) -> MathNode {
    let start = index
    index += 1
    skipBlanks()
    if let first = current, let second = scalar(at: index + 1) {
      let isLongNumber = TeXParser.isDigit(first) && TeXParser.isDigit(second)
      let isSigned =
        (first == "-" || first == "+") && (TeXParser.isDigit(second) || TeXParser.isLetter(second))
      if isLongNumber || isSigned {
        var end = index + 1
        while let next = scalar(at: end), TeXParser.isDigit(next) { end += 1 }
        if isSigned { end = max(end, index + 2) }
        throw failure(
          "'\(mark)' takes one character: use braces",
          at: index,
          hint: "\(mark){\(text(index, end))}"
        )
      }
    }
    return try argument(of: mark, from: start)
  }
}
