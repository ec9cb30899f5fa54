package import Plots

/// How outputs are written as text: 80 columns without colour unless a terminal says otherwise.
package struct TextLayout: Sendable {
  package var width: Int
  /// Rows for a plot.
  package var plotHeight: Int
  /// Rows for a table; a longer one shows its first and last.
  ///
  /// Many where a pager goes through them.
  package var tableRows: Int
  package var symbols: PlotSymbols
  package var hasColour: Bool
  package var precision: Int

  package init(
    width: Int = 80,
    plotHeight: Int = 18,
    tableRows: Int = Table.shownRows,
    symbols: PlotSymbols = .unicode,
    hasColour: Bool = false,
    precision: Int = 6
  ) {
    self.width = width
    self.plotHeight = plotHeight
    self.tableRows = tableRows
    self.symbols = symbols
    self.hasColour = hasColour
    self.precision = precision
  }
}
