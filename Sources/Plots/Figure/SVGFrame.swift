import Typesetting

/// Where everything stands in a figure with two axes, and the axes themselves.
struct SVGFrame {
  static let width = 640.0
  static let plotHeight = 300.0
  /// A generous guess: the font is the reader's.
  static let letter = 7.3
  /// The same for names, which may be all m.
  static let wideLetter = 8.6

  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  let height: Double
  let x: AxisTicks
  let y: AxisTicks
  private let chart: Chart
  private let footnotes: [String]

  init(_ chart: Chart, _ extent: ChartExtent, margin: Double, footnotes: [String]) {
    self.chart = chart
    self.footnotes = footnotes
    let isTight = chart.field != nil
    var wish = AxisTicks.Wish(atMost: 8, isPadded: !isTight, symbols: .unicode)
    wish.isWhole = chart.histogram != nil
    y = AxisTicks(chart.y, extent.y, wish)
    var gutter = 1
    for tick in y.ticks { gutter = max(gutter, DisplayWidth.columns(tick.label)) }
    left = Double(gutter) * Self.letter + 16
    right = Self.width - margin
    let caption = chart.namedY.caption(y, .unicode)
    top = 12 + (chart.title.isEmpty ? 0 : 20) + (caption.isEmpty ? 0 : 18)
    bottom = top + Self.plotHeight
    wish.isPadded = false
    wish.isWhole = extent.isWholeX
    wish.atMost = 9
    var ticks = AxisTicks(chart.x, extent.x, wish)
    while wish.atMost > 3 && Self.areCrowded(ticks, right - left) {
      wish.atMost -= 1
      ticks = AxisTicks(chart.x, extent.x, wish)
    }
    x = ticks
    let xCaption = chart.x.caption(x, .unicode)
    height = bottom + 24 + (xCaption.isEmpty ? 0 : 18) + 16 * Double(footnotes.count)
  }

  func across(_ place: Double) -> Double { left + place * (right - left) }
  func down(_ place: Double) -> Double { bottom - place * (bottom - top) }

  /// The head of the figure: size, title and description, then title, captions and axes.
  func opened(_ identifier: String) -> String {
    var text = SVGFigure.opened(chart, identifier, width: Self.width, height: height)
    if !chart.title.isEmpty {
      text += SVGFigure.title(chart.title, (left + right) / 2)
    }
    let caption = chart.namedY.caption(y, .unicode)
    if !caption.isEmpty { text += SVGFigure.text(caption, left, top - 9, "plot-label") }
    var grid = SVGPath()
    for tick in y.ticks {
      grid.move(left, down(tick.place))
      grid.line(right, down(tick.place))
      text += SVGFigure.text(
        tick.label,
        left - 7,
        down(tick.place) + 4,
        "plot-tick",
        anchor: "end"
      )
    }
    text +=
      "<path class=\"plot-grid\" fill=\"none\" stroke=\"currentColor\""
      + " stroke-opacity=\".13\" d=\"\(grid.data)\"/>"
    var axis = SVGPath()
    axis.move(left, top)
    axis.line(left, bottom)
    axis.line(right, bottom)
    for tick in x.ticks {
      axis.move(across(tick.place), bottom)
      axis.line(across(tick.place), bottom + 5)
      text += SVGFigure.text(
        tick.label,
        across(tick.place),
        bottom + 18,
        "plot-tick",
        anchor: "middle"
      )
    }
    text += SVGFigure.axis(axis)
    let xCaption = chart.x.caption(x, .unicode)
    if !xCaption.isEmpty {
      text += SVGFigure.text(
        xCaption,
        (left + right) / 2,
        bottom + 36,
        "plot-label",
        anchor: "middle"
      )
    }
    let first = height - 16 * Double(footnotes.count) + 10
    for (number, note) in footnotes.enumerated() {
      text += SVGFigure.text(note, left, first + 16 * Double(number), "plot-note")
    }
    return text
  }

  private static func areCrowded(_ axis: AxisTicks, _ width: Double) -> Bool {
    var end = -1000.0
    for tick in axis.ticks {
      let half = Double(DisplayWidth.columns(tick.label)) * letter / 2
      let centre = tick.place * width
      if centre - half < end + 10 { return true }
      end = centre + half
    }
    return false
  }
}
