/// A place in the plane: in data, or in the unit square of a picture (origin below on the left).
package struct Point: Equatable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

extension Point {
  /// The part of the segment inside the unit square, or nil where there is none.
  static func clipped(_ start: Point, _ end: Point) -> (Point, Point)? {
    var from = 0.0
    var to = 1.0
    let dx = end.x - start.x
    let dy = end.y - start.y
    let edges = [(-dx, start.x), (dx, 1 - start.x), (-dy, start.y), (dy, 1 - start.y)]
    for (slope, distance) in edges {
      if slope == 0 {
        if distance < 0 { return nil }
      } else if slope < 0 {
        from = max(from, distance / slope)
      } else {
        to = min(to, distance / slope)
      }
    }
    if !(from <= to) { return nil }
    let first = from == 0 ? start : Point(start.x + from * dx, start.y + from * dy)
    let last = to == 1 ? end : Point(start.x + to * dx, start.y + to * dy)
    return (first, last)
  }

  /// Inside the unit square, or beside it by a rounding error.
  var isInside: Bool {
    let slack = 1e-6
    return x >= -slack && x <= 1 + slack && y >= -slack && y <= 1 + slack
  }
}
