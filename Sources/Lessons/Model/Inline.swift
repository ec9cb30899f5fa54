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
  case softBreak
  case lineBreak
}

extension [Inline] {
  /// The text alone, breaks as blanks, mathematics as one line of Unicode's source.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let piece), .code(let piece): text += piece
      case .math(_, let tex): text += tex
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner):
        text += inner.plainText
      case .image(_, _, let alternative): text += alternative
      case .footnote: break
      case .softBreak, .lineBreak: text += " "
      }
    }
    return text
  }
}
