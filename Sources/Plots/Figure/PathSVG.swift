/// The way of an optimizer over a figure's field: light with a dark edge, so that it shows on
/// every band, with its steps as dots and its ends named.
struct PathSVG {
  private let track: Track
  private let number: Int
  private let isAlone: Bool
  private let frame: SVGFrame

  init(_ track: Track, _ number: Int, isAlone: Bool, _ frame: SVGFrame) {
    self.track = track
    self.number = number
    self.isAlone = isAlone
    self.frame = frame
  }

  var text: String {
    if track.isPoints { return points }
    let x = frame.x.projection
    let y = frame.y.projection
    let trace = Trace(track.series, x: x, y: y, columns: Int((frame.right - frame.left) * 2))
    var path = SVGPath()
    for run in trace.runs {
      var previous: Point?
      var pen: Point?
      for point in run {
        if let start = previous, let (from, to) = Point.clipped(start, point) {
          if pen != from { path.move(frame.across(from.x), frame.down(from.y)) }
          path.line(frame.across(to.x), frame.down(to.y))
          pen = to
        }
        previous = point
      }
    }
    var text = ""
    if !path.isEmpty {
      text +=
        "<path class=\"plot-path-edge\" fill=\"none\" stroke=\"#000\" stroke-opacity=\".55\""
        + " stroke-width=\"4.4\" stroke-linejoin=\"round\" stroke-linecap=\"round\""
        + " d=\"\(path.data)\"/>"
      text +=
        "<path \(line) stroke-width=\"2.2\" stroke-linejoin=\"round\""
        + "\(isAlone ? "" : SeriesDress.dash(number)) d=\"\(path.data)\"/>"
    }
    return text + steps + ends
  }

  /// A piece of a path and its mark, for the key.
  static func sample(_ number: Int, _ x: Double, _ y: Double, isPoints: Bool) -> String {
    var line = SVGPath()
    line.move(x, y)
    line.line(x + 24, y)
    var mark = SVGPath()
    mark.mark(x + 12, y, SeriesDress.shape(number))
    let colour = SeriesDress.light(number)
    if isPoints {
      return "<path class=\"plot-path-steps\" fill=\"\(colour)\" stroke=\"#000\""
        + " stroke-opacity=\".55\" d=\"\(mark.data)\"/>"
    }
    return "<path class=\"plot-path-edge\" stroke=\"#000\" stroke-opacity=\".55\""
      + " stroke-width=\"4.4\" stroke-linecap=\"round\" d=\"\(line.data)\"/>"
      + "<path class=\"plot-path plot-path-\(number)\" stroke=\"\(colour)\" stroke-width=\"2.2\""
      + "\(SeriesDress.dash(number)) d=\"\(line.data)\"/>"
      + "<path class=\"plot-path-steps\" fill=\"\(colour)\" stroke=\"#000\""
      + " stroke-opacity=\".55\" d=\"\(mark.data)\"/>"
  }

  private var line: String {
    isAlone
      ? "class=\"plot-path\" fill=\"none\" stroke=\"#fff\""
      : "class=\"plot-path plot-path-\(number)\" fill=\"none\" stroke=\"\(SeriesDress.light(number))\""
  }

  private func place(_ index: Int) -> Point? {
    let series = track.series
    guard index >= 0, index < series.count,
      Axis.holds(series.x[index], isLogarithmic: frame.x.projection.isLogarithmic),
      Axis.holds(series.y[index], isLogarithmic: frame.y.projection.isLogarithmic)
    else { return nil }
    let point = Point(
      frame.x.projection.unit(series.x[index]),
      frame.y.projection.unit(series.y[index])
    )
    return point.isInside ? Point(frame.across(point.x), frame.down(point.y)) : nil
  }

  /// A mark a point.
  private var points: String {
    var path = SVGPath()
    for index in 0..<track.series.count {
      if let point = place(index) { path.mark(point.x, point.y, SeriesDress.shape(number)) }
    }
    return path.isEmpty ? "" : marks(path)
  }

  private func marks(_ path: SVGPath) -> String {
    "<path class=\"plot-path-steps\" fill=\"\(SeriesDress.light(number))\" stroke=\"#000\""
      + " stroke-opacity=\".55\" d=\"\(path.data)\"/>"
  }

  /// A dot a step, as far as they can be told apart.
  private var steps: String {
    var path = SVGPath()
    var last: Point?
    for index in 0..<track.series.count {
      guard let point = place(index) else { continue }
      if let last {
        let dx = point.x - last.x
        let dy = point.y - last.y
        if dx * dx + dy * dy < 36 { continue }
      }
      path.mark(point.x, point.y, isAlone ? "h0" : SeriesDress.shape(number))
      last = point
    }
    if path.isEmpty { return "" }
    if isAlone {
      return "<path class=\"plot-path-steps\" fill=\"none\" stroke=\"#000\" stroke-width=\"5\""
        + " stroke-linecap=\"round\" d=\"\(path.data)\"/>"
        + "<path class=\"plot-path\" fill=\"none\" stroke=\"#fff\" stroke-width=\"3\""
        + " stroke-linecap=\"round\" d=\"\(path.data)\"/>"
    }
    return marks(path)
  }

  private var ends: String {
    var text = ""
    if let cursor = track.path?.cursor, let now = place(cursor) {
      text +=
        "<circle class=\"plot-cursor\" cx=\"\(SVGNumber.text(now.x))\""
        + " cy=\"\(SVGNumber.text(now.y))\" r=\"6\" fill=\"none\" stroke=\"#fff\""
        + " stroke-width=\"2.5\"/>"
    }
    for (index, name) in [(0, "S"), (track.series.count - 1, "E")] {
      guard let point = place(index) else { continue }
      let x = SVGNumber.text(point.x)
      text +=
        "<circle class=\"plot-path-end\" cx=\"\(x)\" cy=\"\(SVGNumber.text(point.y))\""
        + " r=\"8\" fill=\"#fff\" stroke=\"#000\"/>"
      text += SVGFigure.text(
        name,
        point.x,
        point.y + 4,
        "plot-path-end",
        anchor: "middle",
        more: " fill=\"#000\" font-weight=\"700\""
      )
    }
    return text
  }
}
