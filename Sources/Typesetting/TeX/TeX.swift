/// The documented, closed subset of TeX that lessons write their formulas in.
///
/// Whatever it accepts, GitHub shows as well; whatever it does not know is an error with a column
/// and a suggestion, never a silent omission.
package enum TeX {
  /// Groups, brackets and arguments inside one another.
  package static let maximumDepth = 100
  /// Characters of one formula.
  package static let maximumLength = 10_000
  package static let maximumRows = 100
  package static let maximumColumns = 50

  package static func parse(_ source: String) throws(MathError) -> MathNode {
    var parser = TeXParser(source)
    return try parser.formula()
  }

  /// Every command there is, in the order of the documentation.
  package static let commands: [TeXCommand] =
    greek + letters + binaries + relations + brackets + large + functions + structures + accents
    + alphabets + words + spaces + characters

  /// Names after `\begin`.
  package static let environments = [
    "aligned", "bmatrix", "cases", "matrix", "pmatrix", "vmatrix",
  ]

  private static let index: [String: Int] = {
    var index: [String: Int] = [:]
    for (position, command) in commands.enumerated() { index[command.name] = position }
    return index
  }()

  static func command(named name: String) -> TeXCommand? {
    guard let position = index[name] else { return nil }
    return commands[position]
  }

  /// The node of a sign that was typed as itself, such as α or ≤.
  static func node(typed scalar: Unicode.Scalar) -> MathNode? {
    for command in commands {
      switch command.meaning {
      case .letter(let sign):
        if isScalar(sign, scalar) { return .identifier(sign) }
      case .symbol(let sign, let spacing), .bracket(let sign, let spacing):
        if isScalar(sign, scalar) { return .symbol(sign, spacing) }
      default: continue
      }
    }
    return nil
  }

  private static func isScalar(_ text: String, _ scalar: Unicode.Scalar) -> Bool {
    text.unicodeScalars.count == 1 && text.unicodeScalars.first == scalar
  }
}
