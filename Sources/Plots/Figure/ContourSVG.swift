import Typesetting

/// A field as a figure: filled bands with their levels, and the paths over them.
struct ContourSVG {
  private let chart: Chart
  private let field: Field
  private let frame: SVGFrame
  private let levels: ContourLevels
  private let tracks: [Track]

  init(_ chart: Chart, _ field: Field) {
    self.chart = chart
    self.field = field
    tracks = chart.tracks
    levels = ContourLevels(field)
    let extent = ChartExtent(chart)
    var keyWidth = DisplayWidth.columns(field.name)
    if !levels.values.isEmpty {
      for band in 0...levels.values.count {
        keyWidth = max(keyWidth, DisplayWidth.columns(levels.bandLabel(band, .unicode)))
      }
    }
    var margin = Double(keyWidth) * SVGFrame.letter + 40
    if tracks.count > 1 { margin = max(margin, SVGEndLabels.margin(tracks)) }
    var notes = extent.footnotes
    let across = 1 / (field.x.upper - field.x.lower)
    let up = SVGFrame.plotHeight / (field.y.upper - field.y.lower) / (SVGFrame.width - margin - 40)
    notes.insert(AspectNote.text(across: across, up: up, .unicode), at: 0)
    frame = SVGFrame(chart, extent, margin: margin, footnotes: notes)
  }

  func text(_ identifier: String) -> String {
    var text = frame.opened(identifier)
    let count = levels.values.count + 1
    let width = SVGNumber.text(frame.right - frame.left)
    let height = SVGNumber.text(frame.bottom - frame.top)
    text +=
      "<rect class=\"plot-band\" x=\"\(SVGNumber.text(frame.left))\""
      + " y=\"\(SVGNumber.text(frame.top))\" width=\"\(width)\" height=\"\(height)\""
      + " fill=\"\(ColourRamp.hexadecimal(ColourRamp.band(0, of: count)))\"/>"
    for (number, level) in levels.values.enumerated() {
      var path = SVGPath()
      for ring in ContourLines.rings(above: level, in: field) {
        var isFirst = true
        for point in Simplified.points(ring.map(placed), tolerance: 0.35) {
          if isFirst { path.move(point.x, point.y) } else { path.line(point.x, point.y) }
          isFirst = false
        }
        path.close()
      }
      text +=
        "<path class=\"plot-band\" fill-rule=\"evenodd\""
        + " fill=\"\(ColourRamp.hexadecimal(ColourRamp.band(number + 1, of: count)))\""
        + " d=\"\(path.data)\"/>"
    }
    for (number, track) in tracks.enumerated() {
      text += PathSVG(track, number, isAlone: tracks.count == 1, frame).text
    }
    return text + key + SVGFigure.closed
  }

  private func placed(_ point: Point) -> Point {
    Point(frame.across(point.x), frame.down(point.y))
  }

  /// The bands from the highest down, right of the picture, and the paths' names below them.
  private var key: String {
    let count = levels.values.count + 1
    let x = frame.right + 10
    var y = frame.top + 10
    var text = ""
    if count > 1 {
      text += SVGFigure.text(field.name, x, y, "plot-label")
      for band in (0..<count).reversed() {
        y += 18
        text +=
          "<rect class=\"plot-band\" x=\"\(SVGNumber.text(x))\""
          + " y=\"\(SVGNumber.text(y - 11))\" width=\"16\" height=\"14\""
          + " fill=\"\(ColourRamp.hexadecimal(ColourRamp.band(band, of: count)))\"/>"
        text += SVGFigure.text(levels.bandLabel(band, .unicode), x + 22, y, "plot-tick")
      }
    }
    if tracks.count < 2 { return text }
    for (number, name) in SVGEndLabels.names(tracks).enumerated() {
      y += 20
      text += PathSVG.sample(number, x, y - 4, isPoints: tracks[number].isPoints)
      text += SVGFigure.text(
        name,
        x + 30,
        y,
        "plot-legend"
      )
    }
    return text
  }
}
