/// The one filter between text that somebody else wrote and a terminal: characters that would move
/// the cursor, switch colours, reorder the line or hide are shown as text instead.
///
/// `ESC` becomes `^[`, `BEL` `^G`, `DEL` `^?`; C1 controls, bidirectional controls, zero-width and
/// other format characters become `\u{9B}`, `\u{202E}`. Line feed and tab stay. What comes out
/// passes unchanged: the filter may run twice.
///
/// Where they belong to the spelling, invisible letters are left alone: the joiners and the
/// zero-width blank behind a letter outside ASCII (Persian, Hindi, Khmer, a family of emoji). A
/// soft hyphen between two letters goes, since terminals do not agree whether it has a width.
///
/// Of marks upon one letter 30 stay, as Unicode's stream-safe text has them; `…` stands for more, which
/// would cover the lines around.
package enum VisibleControls {
  package static func visible(_ text: String) -> String {
    if isClean(text) { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var marks = 0
    for (index, scalar) in scalars.enumerated() {
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks {
        if marks == mostMarks + 1 { result.append("…") }
        continue
      }
      let before = index > 0 ? scalars[index - 1].value : 0
      let after = index + 1 < scalars.count ? scalars[index + 1].value : 0
      if scalar.value == 0xAD, isLetter(before), isLetter(after) { continue }
      if needsForm(scalar.value), !isSpelling(scalar.value, between: before, and: after) {
        result.append(contentsOf: form(scalar.value).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension VisibleControls {
  /// The same for what has to stay on one line, such as the name of a file.
  package static func visibleInLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in visible(text).unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        line.append(contentsOf: form(scalar.value).unicodeScalars)
      } else {
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// Plain ASCII is decided byte by byte, without decoding.
  private static func isClean(_ text: String) -> Bool {
    var isASCII = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        isASCII = false
      } else if byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A) {
        return false
      }
    }
    if isASCII { return true }
    var marks = 0
    for scalar in text.unicodeScalars {
      if needsForm(scalar.value) { return false }
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { return false }
    }
    return true
  }

  /// Whether a terminal or a reader cannot be shown a scalar as it is.
  package static func isInvisible(_ value: UInt32) -> Bool {
    value == 0x09 || value == 0x0A || needsForm(value)
  }

  private static let mostMarks = 30

  /// Whether it is drawn upon the letter before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && DisplayWidth.columns(scalar) == 0 && !needsForm(scalar.value)
  }

  private static func needsForm(_ value: UInt32) -> Bool {
    if value < 0x20 { return value != 0x09 && value != 0x0A }
    if value < 0x7F { return false }
    switch value {
    case 0x7F...0x9F, 0xAD: return true
    case 0x34F, 0x61C: return true  // combining grapheme joiner, Arabic letter mark
    case 0x115F, 0x1160, 0x3164, 0xFFA0: return true  // Hangul fillers: letters without ink
    case 0x17B4, 0x17B5, 0x180B...0x180F: return true  // Khmer and Mongolian invisible signs
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: return true
    case 0xFEFF, 0xFFF0...0xFFFB: return true
    case 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: return true
    case 0xE0000...0xE0FFF: return true  // tags and further variation selectors
    default: return false
    }
  }

  private static func isSpelling(
    _ value: UInt32,
    between before: UInt32,
    and after: UInt32
  ) -> Bool {
    (0x200B...0x200D).contains(value) && before >= 0x80 && isLetter(before) && isLetter(after)
  }

  /// Letters of ASCII, and what has ink beyond it.
  private static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    return value >= 0xC0 && !needsForm(value)
  }

  private static func form(_ value: UInt32) -> String {
    if value == 0x7F { return "^?" }
    if value < 0x20 {
      var caret = String.UnicodeScalarView()
      caret.append("^")
      caret.append(Unicode.Scalar(UInt8(value) + 0x40))
      return String(caret)
    }
    return "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }
}
