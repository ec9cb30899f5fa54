import Plots
import Testing
import Typesetting

/// Charts that nobody would draw: extreme values, empty layers, limits the wrong way round.
@Suite struct OddChartTests {
  @Test(arguments: 0..<20)
  func `no chart fails, and no line is too wide`(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    for _ in 0..<8 {
      let chart = chance.chart()
      let width = 1 + chance.below(100)
      let height = chance.below(40)
      for symbols in [PlotSymbols.unicode, .blocks, .ascii] {
        let text = chart.text(width: width, height: height, symbols: symbols, colour: seed % 2 == 0)
        for line in text.plain.split(separator: "\n", omittingEmptySubsequences: false) {
          #expect(DisplayWidth.columns(String(line)) <= width)
          #expect(line.last != " ")
        }
      }
      #expect(chart.svg(identifier: "p").utf8.count > 0)
      #expect(!chart.summary.isEmpty)
      let table = chart.dataTable
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test func `empty bins on a log axis are left out`() {
    let chart = Chart(
      y: Axis(scale: .logarithmic),
      layers: [.histogram(Histogram(edges: [0, 1, 2, 3], counts: [100, 0, 1]))]
    )
    #expect(chart.text().plain.contains("10²┤"))
    #expect(!chart.svg(identifier: "p").contains("nan"))
  }
}

/// A small generator of charts: the same for the same seed.
private struct Chance {
  private var state: UInt64

  private static let odd: [Double] = [
    0, -0.0, 1, -1, .nan, .infinity, -.infinity, 1e300, -1e300, 1e308, -1.7e308,
    .leastNonzeroMagnitude, 1e-300, 1e15, 1e-15, 100, 999_999, 0.1, 1 + 1e-12, 1e22, 1e23,
  ]
  private static let names = [
    "a", "loss", "", "学習率", "v\u{302}", "a\nb", "a very long name of a series", "β",
  ]

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func chart() -> Chart {
    let layers = (0..<below(5)).map { _ in layer() }
    return Chart(title: name(), x: axis(), y: axis(), layers: layers)
  }

  private mutating func name() -> String { Self.names[below(Self.names.count)] }

  private mutating func value() -> Double {
    switch below(4) {
    case 0: Self.odd[below(Self.odd.count)]
    case 1: Double(below(100))
    default: Double(below(2000) - 1000) / 97
    }
  }

  private mutating func values(_ count: Int) -> [Double] {
    let isEven = below(3) == 0
    return (0..<count).map { isEven ? Double($0) : value() }
  }

  private mutating func axis() -> Axis {
    Axis(
      name(),
      scale: below(2) == 0 ? .linear : .logarithmic,
      limits: below(4) == 0 ? .init(value(), value()) : nil
    )
  }

  private mutating func series() -> Series {
    Series(name(), x: values(below(30)), y: values(below(30)))
  }

  private mutating func layer() -> Layer {
    switch below(12) {
    case 0: .points(series())
    case 1: .steps(series())
    case 2: .histogram(Histogram(of: values(below(40)), bins: below(30)))
    case 3: field()
    case 4, 5: .path(Path(series(), every: below(3), cursor: below(30) - 3))
    case 6:
      .reference(
        ReferenceLine(below(2) == 0 ? .horizontal : .vertical, at: value(), label: name())
      )
    case 7: .cursor(x: value(), label: name())
    case 8 where below(3) == 0: .bars((0..<below(6)).map { _ in Bar(name(), value()) })
    case 9 where below(3) == 0:
      .heat(
        HeatMap(
          name(),
          x: values(below(12)),
          y: values(below(8)),
          values: values(below(100))
        )
      )
    default: .line(series())
    }
  }

  private mutating func field() -> Layer {
    let kind = below(3)
    let constant = value()
    return .contours(
      Field(
        name(),
        x: .init(value(), value()),
        y: .init(value(), value()),
        columns: below(20),
        rows: below(20)
      ) { x, y in kind == 0 ? constant : kind == 1 ? x * x + y * y : x / y }
    )
  }
}
