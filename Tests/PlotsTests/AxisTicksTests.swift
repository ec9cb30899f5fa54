import Plots
import Testing

@Suite struct AxisTicksTests {
  @Test(arguments: [
    (0.0, 65.0, 8, "0 10 20 30 40 50 60 70"),
    (0, 65, 5, "0 20 40 60 80"),
    (-0.3, 0.2, 7, "−0.3 −0.2 −0.1 0.0 0.1 0.2"),
    (0.001, 0.0042, 6, "0.001 0.002 0.003 0.004 0.005"),
    (98.1, 101.2, 4, "98 100 102"),
    (5, 5, 6, "4.0 4.5 5.0 5.5 6.0"),
    (0, 0, 6, "−1.0 −0.5 0.0 0.5 1.0"),
    (1, 999, 3, "0 500 1000"),
  ])
  func `linear ticks are round, evenly written and end the axis`(
    low: Double,
    high: Double,
    atMost: Int,
    labels: String
  ) {
    let wish = AxisTicks.Wish(atMost: atMost, isPadded: true)
    let ticks = AxisTicks(Axis(), Extent([low, high]), wish)
    #expect(ticks.ticks.map(\.label).joined(separator: " ") == labels)
    #expect(ticks.ticks.first?.place == 0)
    #expect(ticks.ticks.last?.place == 1)
    #expect(ticks.factor == nil)
  }

  @Test(arguments: [
    (98.6, 101.2, 4, "99 100 101"), (3, 10.2, 4, "4 6 8 10"), (3, 10.2, 7, "2 4 6 8 10 12"),
  ])
  func `an axis that would be a third empty ends between two labels`(
    low: Double,
    high: Double,
    atMost: Int,
    labels: String
  ) {
    let wish = AxisTicks.Wish(atMost: atMost, isPadded: true)
    let ticks = AxisTicks(Axis(), Extent([low, high]), wish)
    #expect(ticks.ticks.map(\.label).joined(separator: " ") == labels)
  }

  @Test func `labels of a text picture stand whole lines apart, and values fill half of it`() {
    var value = 1.3e-40
    while value < 1e40 {
      for (low, high) in [(0, value), (-value, value), (value, 1.37 * value), (value, 97 * value)] {
        for cells in 4...30 {
          let wish = AxisTicks.Wish(atMost: min(8, cells / 2 + 1), isPadded: true, cells: cells)
          let ticks = AxisTicks(Axis(), Extent([low, high]), wish).ticks
          let rows = ticks.map { $0.place * Double(cells - 1) }
          #expect(ticks.count >= 2)
          for row in rows {
            let isWhole = abs(row - row.rounded()) < 1e-6
            #expect(isWhole, "\(low) \(high) \(cells)")
          }
        }
      }
      value *= 7.3
    }
  }

  @Test(arguments: [
    (1e-4, 65.0, 7, "10⁻⁴ 10⁻³ 10⁻² 10⁻¹ 1 10 10²"),
    (1e-30, 1, 7, "10⁻³⁰ 10⁻²⁵ 10⁻²⁰ 10⁻¹⁵ 10⁻¹⁰ 10⁻⁵ 1"),
    (2, 30, 7, "2 5 10 20 50"),
    (3, 3, 7, "2.5 3.0 3.5"),
    (300, 310, 5, "300 305 310"),
    (1.87, 2.45, 5, "1.8 2.0 2.2 2.4 2.6"),
    (0.03, 0.2, 7, "0.02 0.05 0.1 0.2"),
    (2e-8, 9e-8, 7, "0.2 0.4 0.6 0.8 1.0"),
    (2e-8, 19e-8, 7, "2×10⁻⁸ 5×10⁻⁸ 10⁻⁷ 2×10⁻⁷"),
  ])
  func `logarithmic ticks are decades, or 1-2-5 where there are few`(
    low: Double,
    high: Double,
    atMost: Int,
    labels: String
  ) {
    let wish = AxisTicks.Wish(atMost: atMost, isPadded: true)
    let ticks = AxisTicks(Axis(scale: .logarithmic), Extent([low, high]), wish)
    #expect(ticks.ticks.map(\.label).joined(separator: " ") == labels)
  }

  @Test func `ASCII labels have exponents and a plain minus`() {
    let wish = AxisTicks.Wish(atMost: 7, isPadded: true, symbols: .ascii)
    let decades = AxisTicks(Axis(scale: .logarithmic), Extent([1e-4, 1]), wish)
    #expect(decades.ticks.map(\.label) == ["1e-4", "1e-3", "1e-2", "1e-1", "1"])
    let linear = AxisTicks(Axis(), Extent([-2, 0]), wish)
    #expect(linear.ticks.map(\.label) == ["-2.0", "-1.5", "-1.0", "-0.5", "0.0"])
  }

  @Test(arguments: [(0.0, 3e7, 7), (1e-9, 5e-9, -9), (-2e300, 1e300, 300)])
  func `very large and small labels share a power of ten`(low: Double, high: Double, factor: Int) {
    let ticks = AxisTicks(Axis(), Extent([low, high]), AxisTicks.Wish(atMost: 6, isPadded: true))
    #expect(ticks.factor == factor)
    #expect(ticks.ticks.allSatisfy { $0.label.utf8.count < 8 })
  }

  @Test func `every axis has at least three labels and never too many`() {
    var value = 1.3e-40
    while value < 1e40 {
      for (low, high) in [(0, value), (-value, value), (value, 1.37 * value), (value, 97 * value)] {
        for atMost in 3...9 {
          let wish = AxisTicks.Wish(atMost: atMost, isPadded: true)
          let linear = AxisTicks(Axis(), Extent([low, high]), wish)
          #expect((3...max(4, atMost)).contains(linear.ticks.count), "\(low) \(high) \(atMost)")
          if low > 0 {
            let decades = AxisTicks(Axis(scale: .logarithmic), Extent([low, high]), wish)
            #expect((2...(atMost + 1)).contains(decades.ticks.count), "log \(low) \(high)")
          }
        }
      }
      value *= 7.3
    }
  }
}
