import Arithmetic
import Typesetting

/// A heat map as a figure: coloured cells that say their values, the smallest one framed.
struct HeatSVG {
  private let chart: Chart
  private let map: HeatMap
  private let scale: HeatScale

  init(_ chart: Chart, _ map: HeatMap) {
    self.chart = chart
    self.map = map
    scale = HeatScale(map)
  }

  func text(_ identifier: String) -> String {
    var gutter = 1
    for value in map.y { gutter = max(gutter, DisplayWidth.columns(label(value, 4))) }
    let left = Double(gutter) * SVGFrame.letter + 14
    let top = 12 + (chart.title.isEmpty ? 0 : 20) + (chart.y.label.isEmpty ? 0 : 18.0)
    let cellWidth = (SVGFrame.width - left - 12) / Double(max(map.x.count, 1))
    let cellHeight = min(44, max(14, 300 / Double(max(map.y.count, 1))))
    let bottom = top + cellHeight * Double(map.y.count)
    let height = bottom + 24 + (chart.x.label.isEmpty ? 0 : 18)
    var text = SVGFigure.opened(chart, identifier, width: SVGFrame.width, height: height)
    if !chart.title.isEmpty {
      text += SVGFigure.title(chart.title, (left + SVGFrame.width - 12) / 2)
    }
    if !chart.y.label.isEmpty { text += SVGFigure.text(chart.y.label, left, top - 9, "plot-label") }
    let best = map.index(ofLargest: false)
    for row in map.y.indices {
      let y = bottom - cellHeight * Double(row + 1)
      text += SVGFigure.text(
        label(map.y[row], 4),
        left - 7,
        y + cellHeight / 2 + 4,
        "plot-tick",
        anchor: "end"
      )
      for column in map.x.indices {
        let x = left + cellWidth * Double(column)
        text += cell(
          map.value(column, row),
          x,
          y,
          cellWidth,
          cellHeight,
          isBest: row * map.x.count + column == best
        )
      }
    }
    var end = -100.0
    for column in map.x.indices {
      let name = label(map.x[column], 3)
      let centre = left + cellWidth * (Double(column) + 0.5)
      let half = Double(DisplayWidth.columns(name)) * SVGFrame.letter / 2
      if centre - half < end + 6 { continue }
      text += SVGFigure.text(name, centre, bottom + 18, "plot-tick", anchor: "middle")
      end = centre + half
    }
    if !chart.x.label.isEmpty {
      text += SVGFigure.text(
        chart.x.label,
        (left + SVGFrame.width - 12) / 2,
        bottom + 36,
        "plot-label",
        anchor: "middle"
      )
    }
    return text + SVGFigure.closed
  }

  private func cell(
    _ value: Double,
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    isBest: Bool
  ) -> String {
    let colour = scale.colour(value)
    let shape =
      "x=\"\(SVGNumber.text(x + 0.5))\" y=\"\(SVGNumber.text(y + 0.5))\""
      + " width=\"\(SVGNumber.text(width - 1))\" height=\"\(SVGNumber.text(height - 1))\""
    let fill = colour.map(ColourRamp.hexadecimal) ?? "none"
    let frame = isBest || colour == nil ? " stroke=\"currentColor\"" : ""
    let weight = isBest ? " stroke-width=\"3\"" : frame.isEmpty ? "" : " stroke-opacity=\".3\""
    var text = "<rect class=\"plot-cell\" \(shape) fill=\"\(fill)\"\(frame)\(weight)/>"
    let name = PlotSymbols.unicode.minus(CompactNumber.text(value, digits: 2))
    if Double(DisplayWidth.columns(name)) * SVGFrame.letter <= width && height >= 14 {
      let ink = colour.map { " fill=\"\(ColourRamp.hexadecimal(ColourRamp.ink(on: $0)))\"" } ?? ""
      text += SVGFigure.text(
        name,
        x + width / 2,
        y + height / 2 + 4,
        "plot-cell-value",
        anchor: "middle",
        more: ink + (isBest ? " font-weight=\"700\"" : "")
      )
    }
    return text
  }

  private func label(_ value: Double, _ digits: Int) -> String {
    PlotSymbols.unicode.minus(NumberText.significant(value, digits))
  }
}
