/// A series as a picture needs it: points of the unit square in runs without gaps.
///
/// Of the points that fall into one pixel column the first, the lowest, the highest and the last
/// stay, in their order: every extreme shows, and the cost is one look at each point.
struct Trace {
  private(set) var points: [Point] = []
  /// Where each run begins in `points`.
  private(set) var starts: [Int] = []

  var runs: [ArraySlice<Point>] {
    var result: [ArraySlice<Point>] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : points.count
      result.append(points[start..<end])
    }
    return result
  }

  init(_ series: Series, x: Projection, y: Projection, columns: Int) {
    let isLogX = x.isLogarithmic
    let isLogY = y.isLogarithmic
    var bundle: Bundle?
    var isGap = true
    for index in 0..<series.count {
      let across = series.x[index]
      let up = series.y[index]
      guard Axis.holds(across, isLogarithmic: isLogX), Axis.holds(up, isLogarithmic: isLogY) else {
        if let full = bundle { append(full, series, x, y) }
        bundle = nil
        isGap = true
        continue
      }
      let place = x.unit(across) * Double(columns)
      let column = place < 0 ? -1 : place >= Double(columns) ? columns : Int(place)
      if isGap {
        starts.append(points.count)
        isGap = false
      }
      if var open = bundle, open.column == column {
        open.include(index, up)
        bundle = open
      } else {
        if let full = bundle { append(full, series, x, y) }
        bundle = Bundle(column: column, index: index, value: up)
      }
    }
    if let full = bundle { append(full, series, x, y) }
  }

  /// The same with a corner before each point: a value holds until the next one.
  mutating func becomeSteps() {
    var corners: [Point] = []
    var starts: [Int] = []
    for run in runs {
      starts.append(corners.count)
      for (number, point) in run.enumerated() {
        if number > 0, let last = corners.last, last.y != point.y {
          corners.append(Point(point.x, last.y))
        }
        corners.append(point)
      }
    }
    points = corners
    self.starts = starts
  }
}

extension Trace {
  /// Neighbours that share a pixel column.
  private struct Bundle {
    let column: Int
    let first: Int
    var lowest: Int
    var highest: Int
    var last: Int
    var low: Double
    var high: Double

    init(column: Int, index: Int, value: Double) {
      self.column = column
      first = index
      lowest = index
      highest = index
      last = index
      low = value
      high = value
    }

    @inline(__always)
    mutating func include(_ index: Int, _ value: Double) {
      last = index
      if value < low {
        low = value
        lowest = index
      }
      if value > high {
        high = value
        highest = index
      }
    }
  }

  private mutating func append(_ bundle: Bundle, _ series: Series, _ x: Projection, _ y: Projection)
  {
    var previous = -1
    let middle = (min(bundle.lowest, bundle.highest), max(bundle.lowest, bundle.highest))
    for index in [bundle.first, middle.0, middle.1, bundle.last] where index > previous {
      points.append(Point(x.unit(series.x[index]), y.unit(series.y[index])))
      previous = index
    }
  }
}
