/// A line of output as numbers, runs of blanks and single other characters.
struct LineTokens: Equatable {
  enum Token: Equatable {
    case number(WrittenNumber, text: String)
    case blanks(Int)
    case other(Unicode.Scalar)
  }

  var tokens: [Token] = []
  /// Columns of words and numbers, set apart by runs of blanks: those compare as equal.
  var isTableRow = true

  init(_ line: Substring) {
    self.init(ArraySlice(Array(line.unicodeScalars)))
  }

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var hasRun = false
    var hasContent = false
    var index = scalars.startIndex
    var before: Unicode.Scalar?
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if Self.isBlank(scalar) {
        let start = index
        while index < scalars.endIndex && Self.isBlank(scalars[index]) { index += 1 }
        tokens.append(.blanks(index - start))
        if index < scalars.endIndex && (index - start > 1 || !hasContent) { hasRun = true }
      } else if Self.mayBeginNumber(after: before, scalar),
        let end = WrittenNumber.end(in: scalars, from: index),
        let number = WrittenNumber(scalars: scalars[index..<end])
      {
        tokens.append(.number(number, text: Self.text(scalars[index..<end])))
        index = end
        hasContent = true
      } else {
        tokens.append(.other(scalar == "−" ? "-" : scalar))
        if !Self.isTabular(scalar) { isTableRow = false }
        index += 1
        hasContent = true
      }
      before = scalars[index - 1]
    }
    if !hasRun { isTableRow = false }
    if case .blanks? = tokens.last { tokens.removeLast() }
  }
}

extension LineTokens {
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// Not inside a name (`beta1`, `v_2`) or after a digit's own point; a sign only where no
  /// operand stands before it.
  private static func mayBeginNumber(
    after before: Unicode.Scalar?,
    _ scalar: Unicode.Scalar
  ) -> Bool {
    guard let before else { return true }
    let isName = before == "_" || before == "." || before.properties.isAlphabetic
    if scalar == "-" || scalar == "+" || scalar == "−" {
      return !isName && !("0"..."9" ~= before) && before != ")" && before != "]"
    }
    return !isName && !("0"..."9" ~= before)
  }

  /// What table cells are made of; frames, bars and dots of pictures are not, so that a point of a
  /// plot may not move.
  private static func isTabular(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", "+", "-", "−", "(", ")", "=", "%", "/", "_", "'", "^", ":", "~": true
    default: scalar.properties.isAlphabetic || ("0"..."9" ~= scalar)
    }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
