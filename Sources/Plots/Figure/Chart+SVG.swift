extension Chart {
  /// The chart as an SVG element for a page.
  ///
  /// `identifier` begins the ids of its title and description and must be unique on the page.
  package func svg(identifier: String) -> String {
    let chart = prepared()
    for layer in chart.layers {
      if case .bars(let bars) = layer { return BarsSVG(chart, bars).text(identifier) }
      if case .raster(let raster) = layer { return RasterSVG(chart, raster).text(identifier) }
      if case .heat(let map) = layer { return HeatSVG(chart, map).text(identifier) }
    }
    if let field = chart.field { return ContourSVG(chart, field).text(identifier) }
    return CurvesSVG(chart).text(identifier)
  }
}
