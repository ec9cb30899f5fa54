/// How many values fall between neighbouring edges; the last bin holds its upper edge too.
package struct Histogram: Equatable, Sendable {
  package var unit: String
  package var edges: [Double]
  package var counts: [Int]
  package var notFinite: Int

  package init(unit: String = "count", edges: [Double], counts: [Int], notFinite: Int = 0) {
    self.unit = unit
    self.edges = edges
    self.counts = counts
    self.notFinite = notFinite
  }

  /// Bins of a round width, about as many as the root of the number of values, at most `bins`.
  package init(of values: [Double], bins: Int = 24) {
    var extent = Extent()
    var finite = 0
    for value in values where Axis.holds(value, isLogarithmic: false) {
      extent.include(value)
      finite += 1
    }
    var wanted = 5
    while wanted < bins && wanted * wanted < finite { wanted += 1 }
    if extent.isEmpty {
      self.init(edges: [0, 1], counts: [0], notFinite: values.count)
      return
    }
    let wish = AxisTicks.Wish(atMost: max(bins, 1) + 1, isPadded: true, symbols: .ascii)
    let size = max(extent.lower.magnitude, extent.upper.magnitude)
    if extent.upper - extent.lower <= 1e-11 * size || size < 1e-290 {
      let half = size < 1e-290 ? 0.5 : 0.1 * size
      self.init(
        edges: [extent.lower - half, extent.upper + half],
        counts: [finite],
        notFinite: values.count - finite
      )
      return
    }
    var step = RoundStep.below((extent.upper - extent.lower) / Double(wanted))
    while (extent.upper / step.value).rounded(.up) - (extent.lower / step.value).rounded(.down)
      > Double(wish.atMost)
    {
      step = step.next
    }
    let first = (extent.lower / step.value).rounded(.down)
    let bins = max(1, Int((extent.upper / step.value).rounded(.up) - first))
    var edges: [Double] = []
    for bin in 0...bins { edges.append(step.times(first + Double(bin))) }
    var counts = [Int](repeating: 0, count: bins)
    for value in values where Axis.holds(value, isLogarithmic: false) {
      var bin = min(bins - 1, max(0, Int((value / step.value).rounded(.down) - first)))
      // The division may round across an edge.
      if bin + 1 < bins && value >= edges[bin + 1] { bin += 1 }
      if bin > 0 && value < edges[bin] { bin -= 1 }
      counts[bin] += 1
    }
    self.init(edges: edges, counts: counts, notFinite: values.count - finite)
  }
}
