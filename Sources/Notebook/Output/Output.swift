package import Formulas
package import Plots
package import Typesetting

/// What a statement answers with: one value, whatever medium shows it.
///
/// `Output+Text` writes it for terminals and scripts, `Output+HTML` for pages, `Output+JSON` for
/// machines.
package enum Output: Equatable, Sendable {
  case value(Value)
  case table(Table)
  case plot(Chart, PlotSize)
  case derivation(Derivation)
  /// One formula on a line of its own.
  case formula(MathNode)
  /// Prose and lists: help, status lines, what a rule says.
  case text(StyledText)
  /// Where the experiment is, in a line and as numbers.
  case state(StyledText, ExperimentState)
  /// A remark on what was done, such as divergence or an interrupt.
  case note(String)
}
