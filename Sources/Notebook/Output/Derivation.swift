package import Typesetting

/// One update of one parameter, equation by equation: in symbols, with this step's numbers, and its
/// value.
package struct Derivation: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// What the equation computes: `dx`, `v`, `v_hat`, `x`.
    package var name: String
    /// The same to typeset.
    package var left: MathNode
    /// In the notebook's language: `beta1*v + (1 - beta1)*dx`.
    package var formula: String
    /// The same with numbers: `0.9*(-1) + (1 - 0.9)*(-9.8)`.
    package var substituted: String
    package var value: Double
    /// The two right-hand sides as formulas to typeset.
    package var symbols: MathNode
    package var numbers: MathNode
    package var remark: String?
    /// The first operation that left the range of numbers.
    package var complaint: String?
  }

  package var parameter: String
  package var step: Int
  package var optimizer: String
  package var lines: [Line]
}
