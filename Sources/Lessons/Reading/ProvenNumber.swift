/// Finds the number in front of a proof, in the bytes of its line.
enum ProvenNumber {
  /// The number that ends at `end`, or before the closing marks of emphasis, code or mathematics
  /// there; on a line `Answer: 50 ± 1 <!-- ... -->` the first one.
  static func before(_ end: Int, in line: [UInt8]) -> (text: String, bytes: Range<Int>)? {
    let head = line[..<end]
    let text = String(decoding: head, as: UTF8.self)
    if let label = text.firstRange(of: "Answer:"), text.hasSuffix(" "), !text.hasSuffix("  "),
      text[..<label.lowerBound].allSatisfy({ $0.isWhitespace || $0 == ">" })
    {
      let start = text[..<label.upperBound].utf8.count
      return first(in: head[start...], at: start)
    }
    return last(in: head)
  }

  /// Marks that close what may stand around a number.
  private static let marks = Array("*_`~$".utf8)

  private static func last(in head: ArraySlice<UInt8>) -> (text: String, bytes: Range<Int>)? {
    var rest = head
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    if rest.last == 0x20 || rest.last == 0x09 { return nil }
    let tokens = LineTokens(Substring(String(decoding: rest, as: UTF8.self))).tokens
    guard case .number(_, var text)? = tokens.last else { return nil }
    // `1,204`: groups of three digits behind a comma, the first of at most three.
    var index = tokens.count - 1
    while index >= 2, isGroup(text), case .other(",") = tokens[index - 1],
      case .number(let number, let before) = tokens[index - 2], number.isWhole
    {
      text = before + "," + text
      index -= 2
    }
    return (text, (rest.endIndex - text.utf8.count)..<rest.endIndex)
  }

  private static func isGroup(_ text: String) -> Bool {
    text.prefix { $0 != "." && $0 != "," }.count == 3 && text.first?.isNumber == true
  }

  private static func first(
    in bytes: ArraySlice<UInt8>,
    at start: Int
  ) -> (text: String, bytes: Range<Int>)? {
    let text = String(decoding: bytes, as: UTF8.self)
    let number = text.drop { $0 == " " }.prefix { !$0.isWhitespace && $0 != "±" }
    guard WrittenNumber(String(number.filter { $0 != "," })) != nil else { return nil }
    let blanks = text.prefix { $0 == " " }.utf8.count
    return (String(number), (start + blanks)..<(start + blanks + number.utf8.count))
  }
}
