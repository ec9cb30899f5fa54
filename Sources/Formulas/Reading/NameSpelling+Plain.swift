// Characters that are another form of a plain one.
extension NameSpelling {
  /// The character that a wide (`５`, `＋`) or a mathematical one (`𝛼`, `𝐱`) is a form of.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    // 13 alphabets of 26 capitals and 26 small letters, 5 Greek ones, 5 rows of digits.
    case 0x1D400...0x1D6A3: latin((scalar.value - 0x1D400) % 52)
    case 0x1D6A8...0x1D7C9: greekLetters[Int((scalar.value - 0x1D6A8) % 58)]
    case 0x1D7CE...0x1D7FF: Unicode.Scalar(48 + (scalar.value - 0x1D7CE) % 10) ?? scalar
    case 0x210E: "h"
    case 0x2113: "l"
    case 0x211D: "R"
    default: scalar
    }
  }

  private static func latin(_ place: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(place < 26 ? 65 + place : 71 + place) ?? "x"
  }

  private static let greekLetters = Array(
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ".unicodeScalars
  )

  /// `½` as a number.
  static func fraction(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "½": 1.0 / 2
    case "⅓": 1.0 / 3
    case "⅔": 2.0 / 3
    case "¼": 1.0 / 4
    case "¾": 3.0 / 4
    case "⅕": 1.0 / 5
    case "⅛": 1.0 / 8
    default: nil
    }
  }
}
