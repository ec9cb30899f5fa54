import Arithmetic

// How numbers, names, text and signs are spelled.
extension Lexer {
  mutating func number() throws(Diagnostic) -> Token.Kind {
    let start = index
    var decimals = 0
    skipDigits()
    if peek(0) == ".", !startsName(peek(1)) || peek(1) == "e" {
      index += 1
      let point = index
      skipDigits()
      decimals = scalars[point..<index].count { $0 != "_" }
    }
    let isZero = scalars[start..<index].allSatisfy { $0 < "1" || $0 > "9" }
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
          written(start, index + 1),
          at: SourceRange(offsets[start], offsets[index + 1])
        )
      }
    }
    let range = SourceRange(offsets[start], offsets[index])
    if index - start > 400 { throw .numberTooLong(at: range) }
    guard let value = NumberReader.double(bytes(start, index)) else {
      throw .unreadableNumber(written(start, index), at: range)
    }
    // A decimal point may be raised: nobody multiplies by a 0 that stands first.
    if peek(0) == "·", isDigit(peek(1)), index == start + 1, scalars[start] == "0" {
      throw .raisedPoint(at: SourceRange(offsets[start], offsets[index + 2]))
    }
    // A number that is too small to be told from 0 keeps a mark of it for the note.
    let unit = Elementary.pow(10, Double(exponent - decimals))
    let isLost = value == 0 && !isZero
    return .number(value, unit: isLost ? .leastNonzeroMagnitude : unit)
  }

  /// Goes behind digits, which an underscore may part: `1_000`.
  private mutating func skipDigits() {
    while isDigit(peek(0)) || (peek(0) == "_" && isDigit(peek(1))) { index += 1 }
  }

  mutating func name() -> String {
    var text = part()
    while peek(0) == ".", startsName(peek(1)) {
      index += 1
      text += "." + part()
    }
    return text
  }

  /// One name between dots, in its canonical spelling.
  private mutating func part() -> String {
    var text = String.UnicodeScalarView()
    while continuesName(peek(0)) {
      let scalar = scalars[index]
      index += 1
      if scalar.isASCII {
        text.append(scalar)
      } else if scalar == "\u{302}" {
        text.append(contentsOf: "_hat".unicodeScalars)
      } else if let letter = NameSpelling.letterBelowHat(scalar) {
        text.append(letter)
        text.append(contentsOf: "_hat".unicodeScalars)
      } else if let digit = NameSpelling.subscriptDigit(scalar) {
        text.append(contentsOf: "\(digit)".unicodeScalars)
      } else if let greek = NameSpelling.greekName(scalar) {
        text.append(contentsOf: greek.unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return NameSpelling.canonical(String(text))
  }

  mutating func text() throws(Diagnostic) -> Token.Kind {
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

  mutating func sign() throws(Diagnostic) -> Token.Sign {
    let first = scalars[index]
    let second = peek(1)
    if let hint = SignHabit.hint(first, second, behind: nameBefore(), isFirst: isFirstOfLine()) {
      let range = SourceRange(offsets[index], offsets[index + 2])
      throw Diagnostic("'\(first)\(second)' has no meaning here", hint: hint, at: range)
    }
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
      case "×", "·", "⋅", "∗", "•": .times
      case "÷", "∕", "⁄": .divide
      case "√": .root
      case "≈": .about
      case "≤": .lessOrEqual
      case "≥": .greaterOrEqual
      case "≠": .notEqual
      default: first.value < 128 ? Token.Sign(rawValue: String(Character(first))) : nil
      }
    guard let single else {
      let range = SourceRange(offsets[index], offsets[index + 1])
      throw .unexpectedCharacter(
        first,
        isFirst: isFirstOfLine(),
        isLast: isLastOfLine,
        isTouching: index > 0 && (continuesName(scalars[index - 1]) || scalars[index - 1] == ")"),
        at: range
      )
    }
    index += 1
    return single
  }

  /// `x²` is `x^2`: whether superscript digits stand here.
  func superscript() -> Token.Sign? {
    let isSigned = peek(0) == "⁻" || peek(0) == "⁺"
    return NameSpelling.superscriptDigit(peek(isSigned ? 1 : 0)) == nil ? nil : .power
  }

  mutating func appendSuperscript(to tokens: inout [Token]) throws(Diagnostic) {
    let start = index
    let isNegative = peek(0) == "⁻"
    if isNegative || peek(0) == "⁺" { index += 1 }
    var value = 0.0
    while let digit = NameSpelling.superscriptDigit(peek(0)) {
      value = value * 10 + Double(digit)
      index += 1
    }
    let range = SourceRange(offsets[start], offsets[index])
    if index - start > 400 { throw .numberTooLong(at: range) }
    tokens.append(Token(kind: .sign(.power), range: range, touchesPrevious: true))
    if isNegative { tokens.append(Token(kind: .sign(.minus), range: range, touchesPrevious: true)) }
    tokens.append(Token(kind: .number(value, unit: 1), range: range, touchesPrevious: true))
  }

  private func bytes(_ start: Int, _ end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars[start..<end] where scalar != "_" {
      bytes.append(scalar == "−" ? 0x2D : UInt8(truncatingIfNeeded: scalar.value))
    }
    return bytes
  }

  /// The name that stands before the sign, for a hint.
  private func nameBefore() -> String {
    let end = scalars[..<index].lastIndex { $0 != " " }.map { $0 + 1 } ?? index
    let rest = scalars[..<end].lastIndex { !continuesName($0) }.map { $0 + 1 } ?? 0
    let name = String(String.UnicodeScalarView(scalars[rest..<end]))
    return name.isEmpty || isDigit(scalars[rest]) || name.utf8.count > 40 ? "x" : name
  }

  /// Whether only blanks stand before the sign on its line.
  private func isFirstOfLine() -> Bool {
    let before = scalars[..<index].last { $0 != " " && $0 != "\t" }
    return before == nil || before == "\n" || before == ";"
  }

  /// Whether only blanks stand behind the sign on its line.
  private var isLastOfLine: Bool {
    let after = scalars[(index + 1)...].first { $0 != " " && $0 != "\t" }
    return after == nil || after == "\n" || after == ";" || after == "\r"
  }

  private func written(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes(start, end), as: UTF8.self)
  }
}
