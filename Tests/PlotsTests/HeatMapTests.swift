import Plots
import Testing

@Suite struct HeatMapTests {
  /// The colours of the cells of a figure.
  private func colours(_ values: [Double], ceiling: Double? = nil) -> [Substring] {
    let map = HeatMap("loss", x: [1, 2, 3, 4], y: [1], values: values, ceiling: ceiling)
    return Chart(layers: [.heat(map)]).svg(identifier: "p").split(separator: "<rect ")
      .filter { $0.hasPrefix("class=\"plot-cell\"") }
      .compactMap { $0.split(separator: "fill=\"").dropFirst().first?.prefix { $0 != "\"" } }
  }

  @Test func `values above the ceiling have its colour, and those below have all others`() {
    let free = colours([-1, 0, 1, 193])
    let held = colours([-1, 0, 1, 193], ceiling: 1)
    #expect(held == colours([-1, 0, 1, 1]))
    #expect(held[2] == held[3])
    #expect(Set(held).count == 3)
    #expect(free[3] == held[3])
    #expect(free[1] != held[1])
  }

  @Test func `all above the ceiling are one colour`() {
    #expect(Set(colours([5, 6, 7, .nan], ceiling: 1).prefix(3)).count == 1)
  }
}
