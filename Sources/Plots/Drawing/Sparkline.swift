/// A series in one line of text, for tables and narrow windows: `▁▂▄▆█`.
package struct Sparkline: Equatable, Sendable {
  package var values: [Double]

  package init(_ values: [Double]) {
    self.values = values
  }

  /// One sign a value, or `width` signs for the means of as many pieces; a value that is not
  /// finite has a sign of its own.
  package func text(width: Int? = nil, symbols: PlotSymbols = .unicode) -> String {
    let pieces = Self.means(values, count: min(width ?? values.count, values.count))
    return Self.text(pieces, Self.extent(pieces), symbols)
  }

  /// Several series to one scale: equal heights are equal values.
  ///
  /// No sign fills its line, so that those of a table's rows stay apart.
  package static func texts(of series: [[Double]], symbols: PlotSymbols = .unicode) -> [String] {
    let extent = extent(series.flatMap { $0 })
    return series.map { text($0, extent, symbols, levels: 7) }
  }
}

extension Sparkline {
  private static func extent(_ values: [Double]) -> Extent {
    var extent = Extent()
    for value in values where Axis.holds(value, isLogarithmic: false) { extent.include(value) }
    return extent
  }

  private static func text(
    _ values: [Double],
    _ extent: Extent,
    _ symbols: PlotSymbols,
    levels: Int = 8
  ) -> String {
    let signs = (symbols.isASCII ? Self.heightsInASCII : Self.heights).prefix(levels)
    var text = ""
    for value in values {
      if !Axis.holds(value, isLogarithmic: false) {
        text += symbols.missing
        continue
      }
      let span = extent.upper - extent.lower
      let share = span > 0 ? (value - extent.lower) / span : 0.5
      text += signs[min(signs.count - 1, Int(share * Double(signs.count)))]
    }
    return text
  }
}

extension Sparkline {
  private static let heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let heightsInASCII = ["_", ".", ":", "-", "=", "+", "*", "#"]

  /// The mean of the finite values of each piece, not-a-number where there is none.
  private static func means(_ values: [Double], count: Int) -> [Double] {
    if count == values.count || count < 1 { return count < 1 ? [] : values }
    var result: [Double] = []
    for piece in 0..<count {
      // In Double: the product of the counts may not fit a 32-bit integer.
      let width = Double(values.count) / Double(count)
      let first = Int(Double(piece) * width)
      let end = piece + 1 == count ? values.count : Int(Double(piece + 1) * width)
      var sum = 0.0
      var finite = 0
      for value in values[first..<end] where Axis.holds(value, isLogarithmic: false) {
        sum += value / width
        finite += 1
      }
      result.append(finite == 0 ? .nan : sum / Double(finite) * width)
    }
    return result
  }
}
