/// A number in prose with the expression that proves it: `107<!-- = t -->`.
///
/// The comment is seen by nobody; the number is checked as an output is and rewritten by
/// `--accept`.
package struct Proof: Hashable, Sendable {
  /// What the number is, in the notebook's language.
  package var expression: String
  /// The number as it is written: `1,204`, `−1.88`, `0.90`.
  package var number: String
  /// Where the number begins.
  package var position: SourcePosition
  /// The number's bytes within its line.
  package var bytes: Range<Int>

  /// The expression of a comment that begins with `=`; nil for any other comment.
  static func expression(of comment: String) -> String? {
    guard comment.hasPrefix("<!--"), comment.hasSuffix("-->") else { return nil }
    let inner = comment.dropFirst(4).dropLast(3).drop { $0.isWhitespace }
    guard inner.first == "=", inner.dropFirst().first != "=" else { return nil }
    return inner.dropFirst().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A decimal that a reader sees in prose and that nothing proves.
package struct UnprovenDecimal: Hashable, Sendable {
  package var number: String
  package var position: SourcePosition
}
