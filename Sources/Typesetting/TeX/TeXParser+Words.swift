extension TeXParser {
  /// The characters between the braces of `\text` and its like, as they stand.
  mutating func words(of owner: String, at start: Int) throws(MathError) -> String {
    skipBlanks()
    guard current == "{" else {
      throw failure("'\(owner)' wants braces", at: start, hint: "\(owner){...}")
    }
    let opening = index
    index += 1
    var words = String.UnicodeScalarView()
    while let scalar = current, scalar != "}" {
      switch scalar {
      case "\\":
        let next = commandName(at: index)
        guard let command = TeX.command(named: next) else {
          throw failure("'\\\(next)' inside '\(owner)'", at: index)
        }
        switch command.meaning {
        case .space(let width):
          if width > 0 { words.append(" ") }
        case .symbol(let sign, .none): words.append(contentsOf: sign.unicodeScalars)
        case .bracket(let sign, _) where next == "{" || next == "}":
          words.append(contentsOf: sign.unicodeScalars)
        default: throw failure("'\\\(next)' inside '\(owner)'", at: index)
        }
        index += 1 + next.unicodeScalars.count
        continue
      case "$", "{", "%", "#", "&":
        throw failure("'\(scalar)' inside '\(owner)'", at: index)
      case "\n", "\t", "\r", "~": words.append(" ")
      default: words.append(scalar)
      }
      index += 1
    }
    guard current == "}" else { throw failure("this '{' is never closed", at: opening) }
    index += 1
    return String(words)
  }

  /// Upright letters: a word is an identifier, one letter an upright one, digits a number.
  mutating func roman(_ owner: String, at start: Int) throws(MathError) -> MathNode {
    let word = try word(of: owner, at: start)
    let scalars = word.unicodeScalars
    if scalars.allSatisfy(TeXParser.isDigit) { return .number(word) }
    return scalars.count == 1 ? .upright(word) : .identifier(word)
  }

  mutating func operatorName(_ owner: String, at start: Int) throws(MathError) -> MathNode {
    let limits = current == "*"
    if limits { index += 1 }
    return .function(try word(of: owner, at: start), limits: limits)
  }

  mutating func letters(
    in alphabet: MathAlphabet,
    _ owner: String,
    at start: Int
  ) throws(MathError) -> MathNode {
    let argument = try argument(of: owner, from: start)
    var nodes: [MathNode] = []
    let items: [MathNode]
    if case .row(let row) = argument { items = row } else { items = [argument] }
    for item in items {
      let text: String
      let isNumber: Bool
      switch item {
      case .identifier(let letter): (text, isNumber) = (letter, false)
      case .number(let digits): (text, isNumber) = (digits, true)
      default: throw failure("'\(owner)' takes letters only", at: start, hint: "\(owner){W}")
      }
      var changed = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        guard let letter = alphabet.letter(scalar) else {
          let isDigit = TeXParser.isDigit(scalar)
          let hint =
            alphabet == .bold
            ? "\\boldsymbol{...} has Greek letters"
            : isDigit ? "\\mathbf{\(scalar)} has digits" : nil
          throw failure("'\(owner)' has no '\(scalar)'", at: start, hint: hint)
        }
        changed.append(letter)
      }
      nodes.append(isNumber ? .number(String(changed)) : .identifier(String(changed)))
    }
    if nodes.isEmpty {
      throw failure("'\(owner)' takes letters only", at: start, hint: "\(owner){W}")
    }
    return .joined(nodes)
  }

  private mutating func word(of owner: String, at start: Int) throws(MathError) -> String {
    let raw = try words(of: owner, at: start)
    var word = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      let isPart = TeXParser.isLetter(scalar) || TeXParser.isDigit(scalar)
      guard isPart || scalar == " " || scalar == "-" || scalar == "_" else {
        throw failure("'\(owner)' takes letters and digits only", at: start)
      }
      word.append(scalar)
    }
    if word.isEmpty { throw failure("'\(owner)' holds nothing", at: start) }
    return String(word)
  }
}
