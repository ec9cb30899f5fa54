package import Typesetting

extension Chart {
  /// The chart as lines of at most `width` columns, no more than `height` of them where that is
  /// room enough for a picture; without a line feed at the end.
  ///
  /// Below 40 columns it becomes sparklines. Colour only changes the picture of a field, from
  /// iso-lines to bands; everything else says the same with and without it.
  package func text(
    width: Int = 78,
    height: Int = 18,
    symbols: PlotSymbols = .unicode,
    colour: Bool = false
  ) -> StyledText {
    if width >= 40, let field,
      let picture = ContourText(
        self,
        field,
        width: width,
        height: height,
        symbols: symbols,
        colour: colour
      )
    {
      return picture.text
    }
    if width >= 40, field == nil,
      let picture = CurvesText(self, width: width, height: height, symbols: symbols)
    {
      return picture.text
    }
    return narrowText(width: max(width, 1), symbols)
  }
}
