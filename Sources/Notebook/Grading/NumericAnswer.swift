import Formulas

/// The number that a question asks for, as its author wrote it: `50 ± 1`, `0.364`, `1024`.
package struct NumericAnswer: Equatable, Sendable {
  package var value: Double
  /// As it is written, for a page to carry.
  package var text: String
  /// How far an answer may be off, where the author says so.
  package var tolerance: Double?
  /// One unit of the last digit written.
  private var unit: Double

  package init?(_ text: String) {
    self.text = text
    var parts = [String.UnicodeScalarView()]
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars where scalar != " " {
      if scalar == "±" || (last == "+" && scalar == "-") {
        if last == "+" { parts[parts.count - 1].removeLast() }
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
      last = scalar
    }
    let numbers = parts.map { Self.number(String($0)) }
    guard numbers.count <= 2, let first = numbers[0], first.value.isFinite else { return nil }
    (value, unit) = first
    if numbers.count == 2 {
      guard let second = numbers[1], second.value >= 0 else { return nil }
      tolerance = second.value
    }
  }

  /// How far an answer may be off: what the author says, else half of the last decimal written;
  /// whole numbers are meant exactly.
  package var allowance: Double { tolerance ?? (unit < 1 ? unit / 2 : 0) }

  private static func number(_ text: String) -> (value: Double, unit: Double)? {
    (try? ExpressionParser.parse(text))?.written
  }
}

/// What somebody's number is to the one a question asks for.
package enum NumericVerdict: Equatable, Sendable {
  case right
  /// Right when rounded to the digits that were typed.
  case rightToDigits
  case tooSmall
  case tooLarge
  case noNumber
}

extension Session {
  /// Judges what was typed: a number, or an expression that has one as its value.
  package func judge(_ typed: String, against answer: NumericAnswer) -> NumericVerdict {
    var verdict = NumericVerdict.noNumber
    for reading in Self.readings(typed) {
      guard let expression = try? ExpressionParser.parse(reading),
        case .number(let number)? = (try? value(expression))?.0, !number.isNaN
      else { continue }
      if abs(number - answer.value) <= answer.allowance + abs(answer.value) * 1e-9 { return .right }
      if answer.tolerance == nil, let unit = expression.written?.unit,
        TypedNumber(unit: unit).agrees(number, with: answer.value)
      {
        return .rightToDigits
      }
      if verdict == .noNumber { verdict = number < answer.value ? .tooSmall : .tooLarge }
    }
    return verdict
  }

  /// The text as it stands, and what somebody means who writes `1,5`, `1,024` or `1 024`.
  private static func readings(_ text: String) -> [String] {
    var commas = 0
    var joined = String.UnicodeScalarView()
    var pointed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", "-", "−", "–", "+", "e", "E":
        joined.append(scalar)
        pointed.append(scalar)
      case ",":
        commas += 1
        pointed.append(".")
      case " ", "\u{A0}", "\u{202F}": break
      default: return [text]
      }
    }
    let plain = String(joined)
    if commas == 0 { return [text, plain] }
    return commas == 1 ? [String(pointed), plain] : [plain]
  }
}
