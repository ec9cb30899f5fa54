/// Fewer points for the same line.
enum Simplified {
  /// Keeps a point where leaving it out would move the line by more than the tolerance.
  static func points(_ line: [Point], tolerance: Double) -> [Point] {
    guard var anchor = line.first, let last = line.last, line.count > 2 else { return line }
    // So many points are looked back at; a longer straight piece gets a point now and then.
    let reach = 40
    var kept = [anchor]
    var first = 1
    for index in 2..<line.count {
      var isStraight = index - first < reach
      var skipped = first
      while isStraight && skipped < index {
        isStraight = distance(line[skipped], anchor, line[index]) <= tolerance
        skipped += 1
      }
      if !isStraight {
        anchor = line[index - 1]
        kept.append(anchor)
        first = index
      }
    }
    kept.append(last)
    return kept
  }

  /// From a point to a segment.
  private static func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let length = dx * dx + dy * dy
    var share = length > 0 ? ((point.x - start.x) * dx + (point.y - start.y) * dy) / length : 0
    share = min(max(share, 0), 1)
    let x = point.x - start.x - share * dx
    let y = point.y - start.y - share * dy
    return (x * x + y * y).squareRoot()
  }
}
