/// How many columns of a terminal a text takes, the same on every machine: no locale, no C library.
package enum DisplayWidth {
  package enum Alignment: Equatable, Sendable {
    case left, right, centre
  }

  /// Columns of one line: 0 for combining marks and control characters, 2 for East Asian wide
  /// characters and emoji, 1 for the rest.
  ///
  /// An emoji with a tone of skin, or joined to others, is one sign.
  package static func columns(_ text: String) -> Int {
    var total = 0
    var isPlain = true
    for byte in text.utf8 {
      if byte >= 0x20 && byte < 0x7F {
        total += 1
      } else if byte >= 0x80 {
        isPlain = false
        break
      }
    }
    if isPlain { return total }
    total = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      total += columns(scalar, after: previous)
      previous = scalar
    }
    return total
  }

  /// What a scalar adds to the columns of the text before it.
  package static func columns(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Int {
    let value = scalar.value
    guard let previous, value >= 0x2600 else { return columns(scalar) }
    let isJoined = previous.value == 0x200D && (value >= 0x1F000 || value <= 0x27BF)
    let isTone = (0x1F3FB...0x1F3FF).contains(value) && columns(previous) == 2
    return isJoined || isTone ? 0 : columns(scalar)
  }

  package static func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (value >= 0x7F && value < 0xA0) { return 0 }
    if value < 0x300 { return 1 }
    if contains(DisplayWidthTables.zero, value) { return 0 }
    return contains(DisplayWidthTables.wide, value) ? 2 : 1
  }

  /// The text with blanks around it up to `width` columns; a longer text stays as it is.
  package static func padded(
    _ text: String,
    to width: Int,
    alignment: Alignment = .left
  ) -> String {
    let missing = width - columns(text)
    if missing <= 0 { return text }
    switch alignment {
    case .left: return text + blanks(missing)
    case .right: return blanks(missing) + text
    case .centre: return blanks(missing / 2) + text + blanks(missing - missing / 2)
    }
  }

  /// The longest beginning of the text that fits, with `mark` at its end where something was cut.
  package static func truncated(_ text: String, to width: Int, mark: String = "…") -> String {
    if columns(text) <= width { return text }
    let room = width - columns(mark)
    if room < 0 { return "" }
    var kept = String.UnicodeScalarView()
    var used = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      used += columns(scalar, after: previous)
      previous = scalar
      if used > room { break }
      kept.append(scalar)
    }
    return String(kept) + mark
  }

  /// The beginning and the end of a text too wide for `width`: names often differ at their ends.
  package static func shortened(_ text: String, to width: Int, mark: String = "…") -> String {
    let total = columns(text)
    if total <= width { return text }
    let room = width - columns(mark)
    if room < 6 { return truncated(text, to: width, mark: mark) }
    let tail = room / 2
    var kept = String.UnicodeScalarView()
    var end = String.UnicodeScalarView()
    var used = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let size = columns(scalar, after: previous)
      previous = scalar
      // A mark without a width belongs to the sign before it.
      let isOfEnd = size == 0 ? !end.isEmpty : used >= total - tail
      used += size
      if isOfEnd {
        end.append(scalar)
      } else if used <= room - tail {
        kept.append(scalar)
      }
    }
    return String(kept) + mark + String(end)
  }

  package static func blanks(_ count: Int) -> String {
    count > 0 ? String(repeating: " ", count: count) : ""
  }
}

extension DisplayWidth {
  /// Whether one of the ascending, inclusive pairs in `pairs` holds `value`.
  private static func contains(_ pairs: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = pairs.count / 2 - 1
    while low <= high {
      let middle = (low + high) / 2
      if value < pairs[2 * middle] {
        high = middle - 1
      } else if value > pairs[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
