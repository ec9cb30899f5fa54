import Arithmetic
import Plots

extension Table {
  /// Moments of a run that a sparkline shows.
  static let trendWidth = 16

  /// A column of sparklines, all to one scale so that they can be compared; nil for another column.
  func trends(of column: Int, _ symbols: PlotSymbols) -> [String]? {
    if rows.isNumeric(column) { return nil }
    var series: [[Double]] = []
    var hasTrend = false
    for row in rows {
      if case .trend(let values) = row[column] {
        series.append(values)
        hasTrend = true
      } else {
        series.append([])
      }
    }
    guard hasTrend else { return nil }
    if let (lower, upper) = Self.decades(series) {
      series = series.map { values in
        values.map { $0.isFinite ? Elementary.log10(min(max($0, lower), upper)) : $0 }
      }
    }
    return Sparkline.texts(of: series, symbols: symbols)
  }

  /// The range of a logarithmic scale; nil where values do not span two decades above zero.
  ///
  /// It goes down six decades at most and up two from where the runs began: one that ends at 1e-28,
  /// or leaves for 1e300, would make all others look alike.
  static func decades(_ series: [[Double]]) -> (lower: Double, upper: Double)? {
    var lowest = Double.infinity
    var highest = 0.0
    var first = 0.0
    for values in series {
      for value in values where value.isFinite {
        lowest = min(lowest, value)
        highest = max(highest, value)
      }
      if let start = values.first, start.isFinite { first = max(first, start) }
    }
    guard lowest >= 0, first > 0, highest > 100 * lowest else { return nil }
    return (max(lowest, 1e-6 * first), min(highest, 100 * first))
  }
}
