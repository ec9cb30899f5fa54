package import Typesetting

extension Chart {
  /// The chart as lines of at most `width` columns, no more than `height` of them where that is
  /// room enough for a picture; without a line feed at the end.
  ///
  /// Below 40 columns it becomes sparklines, unless just this size is asked for (`isAsked`): then the
  /// picture is of this size, or says in words that there is no room for it. Colour only changes the
  /// picture of a field, from iso-lines to bands; everything else says the same with and without it.
  package func text(
    width: Int = 78,
    height: Int = 18,
    symbols: PlotSymbols = .unicode,
    colour: Bool = false,
    isAsked: Bool = false
  ) -> StyledText {
    let chart = prepared()
    let size = PictureSize(width: width, height: height, isAsked: isAsked)
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
      if case .raster(let raster) = layer, 2 * raster.columns <= width {
        return chart.text(of: raster, width: width, symbols)
      }
      if layer.isAlone { return chart.narrowText(width: max(width, 1), symbols) }
    }
    if size.isWide {
      if let field = chart.field {
        let picture = ContourText(chart, field, size, symbols: symbols, colour: colour)
        if let picture { return picture.text }
      } else if let picture = CurvesText(chart, size, symbols: symbols) {
        return picture.text
      }
    }
    var text = chart.narrowText(width: max(width, 1), symbols)
    if isAsked {
      let words = "\(width) by \(height) is too small for this picture"
      for line in StyledText.flowing(StyledText.words(words, .hint), gap: 1, width: width) {
        text.append("\n")
        text.append(line)
      }
    }
    return text
  }
}

extension Chart {
  private func text(of raster: Raster, width: Int, _ symbols: PlotSymbols) -> StyledText {
    var text = StyledText(title, .heading).cut(to: width, symbols)
    for line in raster.lines(symbols) {
      if !text.isEmpty { text.append("\n") }
      text.append(StyledText(line).trimmed)
    }
    return text
  }
}
