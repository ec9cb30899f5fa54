/// A formula as a tree: what the TeX reader makes, what `Formulas` makes of an expression, and what
/// the MathML, one-line and box renderings read.
package indirect enum MathNode: Equatable, Sendable {
  /// How an operator is spaced.
  package enum Spacing: Equatable, Sendable {
    case binary
    case relation
    case prefix
    case punctuation
    case none
    /// A sum or a product: grows, and takes its limits below and above in display.
    case large
  }

  package enum Accent: Equatable, Sendable {
    case hat, tilde, bar, arrow
  }

  case row([MathNode])
  /// A symbol: one letter is set in italics, several letters upright.
  case identifier(String)
  case number(String)
  case symbol(String, Spacing)
  case text(String)
  /// `log`, `max`, `argmin`: upright; with `limits` its subscript goes below in display.
  case function(String, limits: Bool)
  case fraction(MathNode, MathNode)
  case root(MathNode)
  case accent(MathNode, Accent)
  case script(MathNode, below: MathNode?, above: MathNode?)
  case fenced(String, MathNode, String)
  case underbrace(MathNode, MathNode?)
  /// Rows of cells in fences; `aligned` sets columns right, left, right, ... as equations want.
  case grid([[MathNode]], open: String, close: String, aligned: Bool)
  /// Space in sixths of an em.
  case space(Int)
}
