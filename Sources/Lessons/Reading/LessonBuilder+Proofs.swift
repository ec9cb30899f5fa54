/// Numbers in prose: those that a comment proves, and decimals that none does.
///
/// Both are found in the lines of the file, for only those know where a number can be rewritten.
extension LessonBuilder {
  /// The proof that a comment of inline HTML holds; nil for a comment that is none.
  mutating func proof(_ node: MarkdownNode, _ text: String) -> Proof? {
    guard let expression = Proof.expression(of: text) else { return nil }
    let lineNumber = line(node)
    let line = Array(source.line(lineNumber))
    guard !expression.allSatisfy(\.isWhitespace),
      let start = Self.place(of: Array(text.utf8), in: line, near: node.column - 1),
      let (number, bytes) = ProvenNumber.before(start, in: line)
    else {
      fault(node, Self.misplaced, Self.misplacedHint)
      return nil
    }
    proven.insert(LinePlace(line: lineNumber, byte: bytes.lowerBound))
    return Proof(
      expression: expression,
      number: number,
      position: SourcePosition(
        line: lineNumber,
        column: source.column(line: lineNumber, byteColumn: bytes.lowerBound + 1)
      ),
      bytes: bytes
    )
  }

  /// A comment that Markdown does not take for one: it holds `--`, or the bar of a table.
  mutating func checkComments(_ text: String, _ node: MarkdownNode) {
    guard text.utf8.contains(UInt8(ascii: "<")),
      text.contains(/<!--\s*=(?!=)/)
    else { return }
    fault(
      node,
      "this comment is text: a proof holds neither '--' nor, in a table, '|'",
      "write a - (-b) or a + b, or name the value in a cell above"
    )
  }

  /// A comment that stands by itself proves nothing.
  mutating func checkComment(_ text: String, line: Int) {
    if Proof.expression(of: "<!--" + text + "-->") == nil { return }
    fault(line: line, Self.misplaced, Self.misplacedHint)
  }

  /// Keeps the decimals of running text, with where they stand.
  mutating func noteDecimals(_ text: String, _ node: MarkdownNode) {
    guard countsDecimals, text.utf8.contains(UInt8(ascii: ".")) else { return }
    let lineNumber = line(node)
    let line = Array(source.line(lineNumber))
    for match in text.matches(of: /[0-9]+(?:\.[0-9]+)*/) {
      let number = match.output
      // Two points make a version.
      guard number.count(where: { $0 == "." }) == 1 else { continue }
      let offset = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      let bytes = Array(number.utf8)
      guard let start = Self.place(of: bytes, in: line, near: node.column - 1 + offset) else {
        continue
      }
      let column = source.column(line: lineNumber, byteColumn: start + 1)
      decimals.append(
        (
          LinePlace(line: lineNumber, byte: start),
          UnprovenDecimal(
            number: String(number),
            position: SourcePosition(line: lineNumber, column: column)
          )
        )
      )
    }
  }

  /// Those that no comment proves.
  var unprovenDecimals: [UnprovenDecimal] {
    // A sign or thousands may stand before the digits of a number that is proven.
    decimals.filter { place, decimal in
      !proven.contains {
        $0.line == place.line && $0.byte <= place.byte && place.byte - $0.byte < 16
          && source.line(place.line).dropFirst($0.byte).prefix(place.byte - $0.byte).allSatisfy {
            !(0x61...0x7A ~= $0) && $0 != 0x20
          }
      }
    }.map(\.1)
  }

  private static let misplaced = "a proof stands directly behind the number that it proves"
  private static let misplacedHint = "write 107<!-- = t -->, without a blank between the two"

  /// Where these bytes begin in a line, as near as can be to where the renderer saw them.
  private static func place(of bytes: [UInt8], in line: [UInt8], near wanted: Int) -> Int? {
    guard !bytes.isEmpty, line.count >= bytes.count else { return nil }
    return (0...(line.count - bytes.count))
      .filter { line[$0] == bytes[0] && line[$0..<($0 + bytes.count)].elementsEqual(bytes) }
      .min { abs($0 - wanted) < abs($1 - wanted) }
  }
}

/// A byte of a line of the file, lines from 1, bytes from 0.
struct LinePlace: Hashable {
  var line: Int
  var byte: Int
}
