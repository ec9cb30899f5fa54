/// How many values fall between neighbouring edges; the last bin holds its upper edge too.
package struct Histogram: Equatable, Sendable {
  package var unit: String
  package var edges: [Double]
  package var counts: [Int]
  package var notFinite: Int
  package var tooLarge: Int

  package init(
    unit: String = "count",
    edges: [Double],
    counts: [Int],
    notFinite: Int = 0,
    tooLarge: Int = 0
  ) {
    self.unit = unit
    self.edges = edges
    self.counts = counts
    self.notFinite = notFinite
    self.tooLarge = tooLarge
  }

  /// Bins of a round width, about as many as the root of the number of values, at most `bins`.
  ///
  /// Values that are multiples of the width, as labels and counts are, stand in the middle of their
  /// bins: none lies on an edge.
  package init(of values: [Double], bins: Int = 24) {
    let shown = values.filter { Axis.holds($0, isLogarithmic: false) }
    let lost = values.filter { !$0.isFinite }.count
    let extent = Extent(shown)
    let bounds = extent.isEmpty ? [0, 1] : HistogramBins(shown, extent, atMost: max(bins, 1)).edges
    self.init(
      edges: bounds,
      counts: Self.counts(of: shown, between: bounds),
      notFinite: lost,
      tooLarge: values.count - shown.count - lost
    )
  }

  /// Whether each bin stands for whole numbers, all between its edges.
  var isOfWholeNumbers: Bool {
    edges.allSatisfy { ($0 - 0.5).rounded() == $0 - 0.5 }
  }

  private static func counts(of values: [Double], between edges: [Double]) -> [Int] {
    let bins = edges.count - 1
    var counts = [Int](repeating: 0, count: bins)
    let width = edges[bins] * 0.5 - edges[0] * 0.5
    for value in values {
      let place = width > 0 ? (value * 0.5 - edges[0] * 0.5) / width * Double(bins) : 0
      var bin = min(bins - 1, max(0, Int(place)))
      // The division may round across an edge.
      while bin + 1 < bins && value >= edges[bin + 1] { bin += 1 }
      while bin > 0 && value < edges[bin] { bin -= 1 }
      counts[bin] += 1
    }
    return counts
  }
}

/// The edges of the bins that some values are counted in.
struct HistogramBins {
  private(set) var edges: [Double] = []

  init(_ values: [Double], _ extent: Extent, atMost bins: Int) {
    let (low, high) = (extent.lower, extent.upper)
    let size = max(low.magnitude, high.magnitude)
    let areWhole = size < 1e15 && values.allSatisfy { $0 == $0.rounded() }
    if high - low <= 1e-11 * size || size < 1e-290 {
      let half = areWhole || size < 1e-290 ? 0.5 : 0.1 * size
      edges = [low - half, high + half]
      return
    }
    if bins == 1 {
      edges = areWhole ? [low - 0.5, high + 0.5] : [low, high]
      return
    }
    var wanted = 5
    while wanted < bins && wanted * wanted < values.count { wanted += 1 }
    var step = RoundStep.below(high * (1 / Double(wanted)) - low * (1 / Double(wanted)))
    if areWhole && step.exponent < 0 { step = RoundStep(mantissa: 1, exponent: 0) }
    while true {
      let width = step.value
      let slack = 1e-9
      let areMultiples = values.allSatisfy { value in
        let multiple = value / width
        return (multiple - multiple.rounded()).magnitude < slack
      }
      let first = (low / width + (areMultiples ? 0.5 : 0)).rounded(.down)
      // The last bin of measured values holds its upper edge too.
      let end =
        areMultiples || areWhole
        ? (high / width + (areMultiples ? 0.5 : 0)).rounded(.down) + 1
        : (high / width).rounded(.up)
      if Int(end - first) <= bins {
        let shift = areMultiples ? -0.5 : areWhole ? -0.5 / width : 0
        for bin in 0...Int(end - first) { edges.append(step.times(first + Double(bin) + shift)) }
        return
      }
      step = step.next
    }
  }
}
