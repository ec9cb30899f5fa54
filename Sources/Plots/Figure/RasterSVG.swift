/// A picture made of shades as a figure: black on white, also on a dark page.
struct RasterSVG {
  private let chart: Chart
  private let raster: Raster

  init(_ chart: Chart, _ raster: Raster) {
    self.chart = chart
    self.raster = raster
  }

  func text(_ identifier: String) -> String {
    let top = chart.title.isEmpty ? 8.0 : 30
    let pixel = min(20, 320 / Double(raster.columns))
    let width = pixel * Double(raster.columns)
    let height = pixel * Double(raster.rows)
    let page = max(width + 16, 200)
    let left = (page - width) / 2
    var text = SVGFigure.opened(chart, identifier, width: page, height: top + height + 8)
    if !chart.title.isEmpty { text += SVGFigure.title(chart.title, page / 2) }
    text += rectangle(left, top, width, height, "#fff", more: " stroke=\"#888\"")
    for row in 0..<raster.rows {
      for (column, value) in raster.row(row).enumerated() where raster.darkness(value) > 0 {
        let shade = 255 - Int(raster.darkness(value) * 255 + 0.5)
        text += rectangle(
          left + Double(column) * pixel,
          top + Double(row) * pixel,
          pixel,
          pixel,
          ColourRamp.hexadecimal(shade << 16 | shade << 8 | shade)
        )
      }
    }
    return text + SVGFigure.closed
  }

  private func rectangle(
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    _ fill: String,
    more: String = ""
  ) -> String {
    "<rect x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" width=\"\(SVGNumber.text(width))\""
      + " height=\"\(SVGNumber.text(height))\" fill=\"\(fill)\"\(more)/>"
  }
}
