/// The alphabets of Unicode's mathematical letters: MathML Core knows no other way to write them.
package enum MathAlphabet: Equatable, Sendable {
  case blackboard, script, bold, boldItalic

  /// The letter in this alphabet, or nothing where it has none.
  func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    switch (self, value) {
    case (.blackboard, 0x41...0x5A): return Self.blackboardCapital(value)
    case (.script, 0x41...0x5A): return Self.scriptCapital(value)
    case (.bold, 0x41...0x5A): return Unicode.Scalar(0x1D400 + value - 0x41)
    case (.bold, 0x61...0x7A): return Unicode.Scalar(0x1D41A + value - 0x61)
    case (.bold, 0x30...0x39), (.boldItalic, 0x30...0x39):
      return Unicode.Scalar(0x1D7CE + value - 0x30)
    case (.boldItalic, 0x41...0x5A): return Unicode.Scalar(0x1D468 + value - 0x41)
    case (.boldItalic, 0x61...0x7A): return Unicode.Scalar(0x1D482 + value - 0x61)
    case (.boldItalic, 0x391...0x3A9): return Unicode.Scalar(0x1D6A8 + value - 0x391)
    case (.boldItalic, 0x3B1...0x3C9): return Unicode.Scalar(0x1D736 + value - 0x3B1)
    case (.boldItalic, 0x2207): return Unicode.Scalar(0x1D6C1)
    default: return nil
    }
  }

  /// Letters that older blocks of Unicode held before the mathematical ones were added.
  private static func blackboardCapital(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x43: "ℂ"
    case 0x48: "ℍ"
    case 0x4E: "ℕ"
    case 0x50: "ℙ"
    case 0x51: "ℚ"
    case 0x52: "ℝ"
    case 0x5A: "ℤ"
    default: Unicode.Scalar(0x1D538 + value - 0x41)
    }
  }

  private static func scriptCapital(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x42: "ℬ"
    case 0x45: "ℰ"
    case 0x46: "ℱ"
    case 0x48: "ℋ"
    case 0x49: "ℐ"
    case 0x4C: "ℒ"
    case 0x4D: "ℳ"
    case 0x52: "ℛ"
    default: Unicode.Scalar(0x1D49C + value - 0x41)
    }
  }

  /// The ordinary letter behind a mathematical one; other scalars stay what they are.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x2100 || (value > 0x2200 && value < 0x1D400) || value > 0x1D7FF { return scalar }
    for alphabet in [MathAlphabet.blackboard, .script, .bold, .boldItalic] {
      for range in [UInt32(0x30)...0x39, 0x41...0x5A, 0x61...0x7A, 0x391...0x3A9, 0x3B1...0x3C9] {
        for letter in range {
          guard let candidate = Unicode.Scalar(letter) else { continue }
          if alphabet.letter(candidate) == scalar { return candidate }
        }
      }
    }
    return scalar
  }
}
