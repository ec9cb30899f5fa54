/// The bars of a histogram as stacks of blocks, from the axis up.
enum HistogramText {
  private static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The signs of each column of the picture, the lowest first.
  static func columns(
    _ histogram: Histogram,
    _ frame: TextFrame,
    _ symbols: PlotSymbols
  ) -> [[String]] {
    var result = [[String]](repeating: [], count: frame.columns)
    // Bars stand apart where all are wide enough.
    var narrowest = frame.columns
    for bin in 1..<max(histogram.edges.count, 2) where bin < histogram.edges.count {
      let size = edge(histogram.edges[bin], frame) - edge(histogram.edges[bin - 1], frame)
      narrowest = min(narrowest, size)
    }
    for (bin, count) in histogram.counts.enumerated() where bin + 1 < histogram.edges.count {
      let first = edge(histogram.edges[bin], frame)
      let last = edge(histogram.edges[bin + 1], frame)
      let end = narrowest >= 3 ? last - 1 : max(last, first + 1)
      let bottom = max(0, frame.y.projection.isLogarithmic ? 0 : frame.y.projection.unit(0))
      let isShown = Axis.holds(Double(count), isLogarithmic: frame.y.projection.isLogarithmic)
      let top = isShown ? frame.y.projection.unit(Double(count)) : 0
      let signs = stack(top - bottom, frame.rows, symbols, isEmpty: count == 0)
      for column in max(first, 0)..<max(max(first, 0), min(end, frame.columns)) {
        result[column] = signs
      }
    }
    return result
  }

  private static func edge(_ value: Double, _ frame: TextFrame) -> Int {
    let place = frame.x.projection.unit(value) * Double(frame.columns)
    // An edge at or below zero has no place on a logarithmic axis.
    if !place.isFinite { return -1 }
    return Int(min(max(place, -1), Double(frame.columns) + 1) + 0.5)
  }

  private static func stack(
    _ share: Double,
    _ rows: Int,
    _ symbols: PlotSymbols,
    isEmpty: Bool
  ) -> [String] {
    if isEmpty || share <= 0 { return [] }
    if symbols.isASCII {
      let filled = max(1, Int(min(share, 1) * Double(rows) + 0.5))
      return [String](repeating: "#", count: filled)
    }
    // A bin that holds something is always seen.
    let parts = max(1, Int(min(share, 1) * Double(8 * rows) + 0.5))
    var signs = [String](repeating: eighths[7], count: parts / 8)
    if parts % 8 > 0 { signs.append(eighths[parts % 8 - 1]) }
    return signs
  }
}
