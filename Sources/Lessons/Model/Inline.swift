package import Typesetting

/// A piece of running text.
package indirect enum Inline: Equatable, Sendable {
  case text(String)
  case code(String)
  case math(MathNode, tex: String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  /// `target` passed the allow-list: http, https, mailto, relative or `#anchor`, as it was written.
  case link(target: String, title: String, [Inline])
  case image(source: String, title: String, alternative: String)
  /// A reference to the footnote of that number.
  case footnote(Int)
  /// Seen by nobody: what proves the number before it.
  case proof(Proof)
  case softBreak
  case lineBreak
}

extension [Inline] {
  /// The text alone, breaks as blanks, mathematics as its source: what anchors are made of.
  package var plainText: String { text { _, tex in tex } }

  /// The text alone, as a title or a search shows it: mathematics as one line of Unicode.
  package var shownText: String { text { formula, _ in formula.line } }

  private func text(_ mathematics: (MathNode, String) -> String) -> String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let piece), .code(let piece): text += piece
      case .math(let formula, let tex): text += mathematics(formula, tex)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner):
        text += inner.text(mathematics)
      case .image(_, _, let alternative): text += alternative
      case .footnote, .proof: break
      case .softBreak, .lineBreak: text += " "
      }
    }
    return text
  }
}
