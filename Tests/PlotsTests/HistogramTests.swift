import Plots
import Testing
import Typesetting

@Suite struct HistogramTests {
  @Test(arguments: [
    ([1, 2, 3, 4, 5, 6], 6, [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5], [1, 1, 1, 1, 1, 1]),
    ([0, 0, 3], 24, [-0.5, 0.5, 1.5, 2.5, 3.5], [2, 0, 0, 1]),
    ([5, 5], 24, [4.5, 5.5], [2]),
    ([1, 4, 6], 1, [0.5, 6.5], [3]),
    ([0.2, 0.7], 1, [0.2, 0.7], [2]),
    ([-3, 7, 19], 2, [-20.5, -0.5, 19.5], [1, 2]),
    ([0.1, 0.2, 0.3], 3, [0.05, 0.15, 0.25, 0.35], [1, 1, 1]),
    ([0.15, 0.99, 1], 5, [0, 0.2, 0.4, 0.6, 0.8, 1], [1, 0, 0, 0, 2]),
  ])
  func `whole numbers stand in the middle of their bins`(
    values: [Double],
    bins: Int,
    edges: [Double],
    counts: [Int]
  ) {
    let histogram = Histogram(of: values, bins: bins)
    #expect(histogram.edges.count == edges.count)
    for (edge, wanted) in zip(histogram.edges, edges) { #expect(abs(edge - wanted) < 1e-12) }
    #expect(histogram.counts == counts)
  }

  @Test func `every value is counted once, in at most so many bins`() {
    var seed = 1.0
    for round in 0..<200 {
      let values = (0..<50).map { _ -> Double in
        seed = (seed * 16_807).truncatingRemainder(dividingBy: 2_147_483_647)
        let value = (seed / 2_147_483_647 - 0.3) * Double(1 + round * round)
        return round % 2 == 0 ? value.rounded() : value
      }
      let bins = 1 + round % 30
      let histogram = Histogram(of: values, bins: bins)
      #expect(histogram.counts.count <= bins)
      #expect(histogram.counts.reduce(0, +) == 50)
      for (bin, count) in histogram.counts.enumerated() {
        let isLast = bin + 1 == histogram.counts.count
        let inside = values.filter {
          $0 >= histogram.edges[bin]
            && ($0 < histogram.edges[bin + 1] || isLast && $0 == histogram.edges[bin + 1])
        }
        #expect(inside.count == count)
      }
    }
  }

  @Test func `what is too large or not finite is told`() {
    let histogram = Histogram(of: [1, 2, 1e301, .infinity, .nan])
    #expect(histogram.tooLarge == 1)
    #expect(histogram.notFinite == 2)
    let text = Chart(layers: [.histogram(histogram)]).text().plain
    #expect(text.contains("1 value not shown: beyond 1e300"))
    #expect(text.contains("2 values not shown: not finite"))
  }
}
