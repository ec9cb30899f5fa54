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
    /// A bracket without its partner; with one, it is `MathNode.fenced`.
    case opening, closing
  }

  package enum Accent: Equatable, Sendable {
    case hat, tilde, bar, arrow, dot, twoDots
  }

  case row([MathNode])
  /// A symbol: one letter is set in italics, several letters upright.
  case identifier(String)
  /// One letter that is upright all the same, as the d of a differential may be.
  case upright(String)
  case number(String)
  case symbol(String, Spacing)
  case text(String)
  /// `log`, `max`, `argmin`: upright; with `limits` its subscript goes below in display.
  case function(String, limits: Bool)
  case fraction(MathNode, MathNode)
  case root(MathNode)
  /// A cube root and its like.
  case indexedRoot(MathNode, index: MathNode)
  case accent(MathNode, Accent)
  case script(MathNode, below: MathNode?, above: MathNode?)
  /// Something always set right below or above something else.
  case stacked(MathNode, below: MathNode?, above: MathNode?)
  case fenced(String, MathNode, String)
  case underbrace(MathNode, MathNode?)
  /// Rows of cells in fences; `aligned` sets columns right, left, right, ... as equations want.
  case grid([[MathNode]], open: String, close: String, aligned: Bool)
  /// Space in sixths of an em.
  case space(Int)
}

extension MathNode {
  /// A row of one thing is that thing.
  static func joined(_ nodes: [MathNode]) -> MathNode {
    nodes.count == 1 ? nodes[0] : .row(nodes)
  }
}
