import Typesetting

/// Lines, points, steps, histograms and reference lines as a figure.
struct CurvesSVG {
  private let chart: Chart
  private let frame: SVGFrame
  private let tracks: [Track]

  init(_ chart: Chart) {
    self.chart = chart
    tracks = chart.tracks
    let extent = ChartExtent(chart)
    let margin = tracks.count > 1 ? SVGEndLabels.margin(tracks) : 20
    frame = SVGFrame(chart, extent, margin: margin, footnotes: extent.footnotes)
  }

  func text(_ identifier: String) -> String {
    var text = frame.opened(identifier)
    text += histogram()
    text += SVGReferences.lines(chart, frame)
    for band in chart.bands { text += area(band) }
    var ends: [Double?] = []
    for (number, track) in tracks.enumerated() {
      if track.isPoints {
        text += points(track.series, number)
        ends.append(end(of: track.series))
        continue
      }
      var trace = Trace(
        track.series,
        x: frame.x.projection,
        y: frame.y.projection,
        columns: columns
      )
      if case .steps = track.kind { trace.becomeSteps() }
      text += line(trace, number)
      if let x = cursor, let y = trace.height(at: x) {
        text +=
          "<circle cx=\"\(SVGNumber.text(frame.across(x)))\""
          + " cy=\"\(SVGNumber.text(frame.down(y)))\" r=\"4\" \(SeriesDress.fill(number))/>"
      }
      ends.append(trace.points.last?.y)
    }
    if tracks.count > 1 { text += SVGEndLabels.text(tracks, ends, frame) }
    return text + SVGFigure.closed
  }
}

extension CurvesSVG {
  private var columns: Int { Int((frame.right - frame.left) / 1.5) }

  private var cursor: Double? {
    for case .cursor(let x, _) in chart.layers
    where Axis.holds(x, isLogarithmic: frame.x.projection.isLogarithmic) {
      return frame.x.projection.unit(x)
    }
    return nil
  }

  private func end(of series: Series) -> Double? {
    guard let last = series.y.last,
      Axis.holds(last, isLogarithmic: frame.y.projection.isLogarithmic)
    else { return nil }
    return frame.y.projection.unit(last)
  }

  /// A band as areas, one for each stretch in which both of its edges can be shown.
  private func area(_ band: Band) -> String {
    let isLogX = frame.x.projection.isLogarithmic
    let isLogY = frame.y.projection.isLogarithmic
    func place(_ edge: Series, _ index: Int) -> Point? {
      guard Axis.holds(edge.x[index], isLogarithmic: isLogX),
        Axis.holds(edge.y[index], isLogarithmic: isLogY)
      else { return nil }
      let x = frame.x.projection.unit(edge.x[index])
      let y = frame.y.projection.unit(edge.y[index])
      return Point(frame.across(min(max(x, 0), 1)), frame.down(min(max(y, 0), 1)))
    }
    var path = SVGPath()
    var below: [Point] = []
    func close() {
      for point in below.reversed() { path.line(point.x, point.y) }
      if !below.isEmpty { path.close() }
      below = []
    }
    for index in 0..<min(band.lower.count, band.upper.count) {
      guard let low = place(band.lower, index), let high = place(band.upper, index) else {
        close()
        continue
      }
      if below.isEmpty { path.move(high.x, high.y) } else { path.line(high.x, high.y) }
      below.append(low)
    }
    close()
    if path.isEmpty { return "" }
    return "<path \(SeriesDress.fill(band.series)) fill-opacity=\".15\" d=\"\(path.data)\"/>"
  }

  private func line(_ trace: Trace, _ number: Int) -> String {
    var path = SVGPath()
    var marks = SVGPath()
    // Marks of different series stand at different places.
    var nextMark = 0.04 + 0.035 * Double(number % 4)
    for run in trace.runs {
      var previous: Point?
      var pen: Point?
      for point in run {
        if let start = previous, let (from, to) = Point.clipped(start, point) {
          if pen != from { path.move(frame.across(from.x), frame.down(from.y)) }
          path.line(frame.across(to.x), frame.down(to.y))
          pen = to
          while tracks.count > 1 && to.x > from.x && nextMark <= to.x {
            if nextMark >= from.x {
              let share = (nextMark - from.x) / (to.x - from.x)
              let y = from.y + share * (to.y - from.y)
              marks.mark(frame.across(nextMark), frame.down(y), SeriesDress.shape(number))
            }
            nextMark += 0.16
          }
        } else if run.count == 1 && point.isInside {
          marks.mark(frame.across(point.x), frame.down(point.y), SeriesDress.shape(0))
        }
        previous = point
      }
    }
    var text = ""
    if !path.isEmpty {
      text +=
        "<path \(SeriesDress.stroke(number)) stroke-width=\"1.8\""
        + " stroke-linejoin=\"round\"\(SeriesDress.dash(number)) d=\"\(path.data)\"/>"
    }
    if !marks.isEmpty { text += "<path \(SeriesDress.fill(number)) d=\"\(marks.data)\"/>" }
    return text
  }

  /// One mark a pixel, however many points fall on it.
  private func points(_ series: Series, _ number: Int) -> String {
    var path = SVGPath()
    let width = Int(frame.right - frame.left) + 1
    let height = Int(frame.bottom - frame.top) + 1
    var seen = [Bool](repeating: false, count: width * height)
    var pointSeries = 0
    for track in tracks[..<number] where track.isPoints { pointSeries += 1 }
    let x = frame.x.projection
    let y = frame.y.projection
    for index in 0..<series.count
    where Axis.holds(series.x[index], isLogarithmic: x.isLogarithmic)
      && Axis.holds(series.y[index], isLogarithmic: y.isLogarithmic)
    {
      let point = Point(x.unit(series.x[index]), y.unit(series.y[index]))
      if !point.isInside { continue }
      let column = min(max(Int(point.x * Double(width - 1) + 0.5), 0), width - 1)
      let row = min(max(Int(point.y * Double(height - 1) + 0.5), 0), height - 1)
      if seen[row * width + column] { continue }
      seen[row * width + column] = true
      path.mark(frame.across(point.x), frame.down(point.y), SeriesDress.point(pointSeries))
    }
    if path.isEmpty { return "" }
    return "<path \(SeriesDress.stroke(number)) stroke-linecap=\"round\""
      + " stroke-width=\"\(SeriesDress.pointWidth(pointSeries))\" d=\"\(path.data)\"/>"
  }

  private func histogram() -> String {
    guard let histogram = chart.histogram else { return "" }
    var path = SVGPath()
    let isLogarithmic = frame.y.projection.isLogarithmic
    let base = isLogarithmic ? 0 : max(0, frame.y.projection.unit(0))
    for (bin, count) in histogram.counts.enumerated() where bin + 1 < histogram.edges.count {
      let first = frame.x.projection.unit(histogram.edges[bin])
      let last = frame.x.projection.unit(histogram.edges[bin + 1])
      if count == 0 || !first.isFinite || !last.isFinite { continue }
      let top = min(1, frame.y.projection.unit(Double(count)))
      let left = frame.across(min(max(first, 0), 1)) + 0.5
      let right = frame.across(min(max(last, 0), 1)) - 0.5
      if right <= left || top <= base { continue }
      path.move(left, frame.down(base))
      path.line(left, frame.down(top))
      path.line(right, frame.down(top))
      path.line(right, frame.down(base))
      path.close()
    }
    return "<path \(SeriesDress.fill(tracks.count)) fill-opacity=\".8\" d=\"\(path.data)\"/>"
  }
}

extension Trace {
  /// The height where the trace first crosses a place on the x axis.
  func height(at x: Double) -> Double? {
    for run in runs {
      var previous: Point?
      for point in run {
        if point.x == x { return point.y }
        if let start = previous, start.x < x, x < point.x {
          return start.y + (x - start.x) / (point.x - start.x) * (point.y - start.y)
        }
        previous = point
      }
    }
    return nil
  }
}
