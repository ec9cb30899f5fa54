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
    let chart = prepared()
    for layer in chart.layers {
      if case .bars(let bars) = layer, width >= 20 {
        return BarsText(chart, bars, width: width, symbols: symbols).text
      }
      if case .heat(let map) = layer,
        let table = HeatText(
          chart,
          map,
          width: width,
          height: height,
          symbols: symbols,
          colour: colour
        )
      {
        return table.text
      }
      if layer.isAlone { return chart.narrowText(width: max(width, 1), symbols) }
    }
    if width >= 40 {
      if let field = chart.field {
        let picture = ContourText(
          chart,
          field,
          width: width,
          height: height,
          symbols: symbols,
          colour: colour
        )
        if let picture { return picture.text }
      } else if let picture = CurvesText(chart, width: width, height: height, symbols: symbols) {
        return picture.text
      }
    }
    return chart.narrowText(width: max(width, 1), symbols)
  }
}
