import Arithmetic
import Typesetting

/// Named amounts as a figure of horizontal bars.
struct BarsSVG {
  private let chart: Chart
  private let bars: [Bar]
  private let rowHeight = 26.0

  init(_ chart: Chart, _ bars: [Bar]) {
    self.chart = chart
    self.bars = bars
  }

  func text(_ identifier: String) -> String {
    var longest = 1
    var values = 1
    var extent = Extent([0])
    for bar in bars {
      longest = max(longest, DisplayWidth.columns(bar.name))
      values = max(values, DisplayWidth.columns(value(bar)))
      if Axis.holds(bar.value, isLogarithmic: false) { extent.include(bar.value) }
    }
    let top = chart.title.isEmpty ? 10.0 : 32
    let height = top + rowHeight * Double(max(bars.count, 1)) + 10
    let left = min(Double(longest) * SVGFrame.wideLetter + 14, 280)
    let room = Double(values) * SVGFrame.letter + 12
    let from = left + (extent.lower < 0 ? room : 0)
    let to = SVGFrame.width - room
    let projection = Projection(
      lower: extent.lower,
      upper: extent.lower < extent.upper ? extent.upper : 1,
      isLogarithmic: false
    )
    func across(_ value: Double) -> Double { from + projection.unit(value) * (to - from) }
    var text = SVGFigure.opened(chart, identifier, width: SVGFrame.width, height: height)
    if !chart.title.isEmpty {
      text += SVGFigure.title(chart.title, SVGFrame.width / 2)
    }
    let names = DisplayWidth.shortened(bars.map { $0.name }, to: 32)
    for (number, bar) in bars.enumerated() {
      let middle = top + rowHeight * (Double(number) + 0.5)
      text += SVGFigure.text(
        names[number],
        left - 8,
        middle + 4,
        "plot-tick",
        anchor: "end"
      )
      if !Axis.holds(bar.value, isLogarithmic: false) {
        text += SVGFigure.text(value(bar), across(0) + 5, middle + 4, "plot-value")
        continue
      }
      let start = min(across(0), across(bar.value))
      let size = max(across(0), across(bar.value)) - start
      text +=
        "<rect \(SeriesDress.fill(number)) x=\"\(SVGNumber.text(start))\""
        + " y=\"\(SVGNumber.text(middle - 9))\" width=\"\(SVGNumber.text(size))\" height=\"18\"/>"
      let isNegative = bar.value < 0
      text += SVGFigure.text(
        value(bar),
        across(bar.value) + (isNegative ? -5 : 5),
        middle + 4,
        "plot-value",
        anchor: isNegative ? "end" : "start"
      )
    }
    var axis = SVGPath()
    axis.move(across(0), top)
    axis.line(across(0), height - 10)
    text += SVGFigure.axis(axis)
    return text + SVGFigure.closed
  }

  private func value(_ bar: Bar) -> String {
    PlotSymbols.unicode.minus(NumberText.shown(bar.value, 4))
  }
}
