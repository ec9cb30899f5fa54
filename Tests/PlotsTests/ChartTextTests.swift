import Plots
import Testing
import Typesetting

@Suite struct ChartTextTests {
  @Test(arguments: SampleCharts.all.map(\.name))
  func `a chart looks as it was accepted`(name: String) throws {
    let chart = SampleCharts.chart(name)
    try expectSnapshot(chart.text().plain + "\n", "\(name).txt")
    try expectSnapshot(chart.text(symbols: .ascii).plain + "\n", "\(name).ascii.txt")
  }

  @Test(arguments: ["contour", "paths", "heat", "saddle"])
  func `colour turns a field into bands`(name: String) throws {
    let text = SampleCharts.chart(name).text(height: 24, colour: true)
    let plain = text.spans.map { span in
      if case .paint(let foreground, let background) = span.style {
        return "{" + [foreground, background].map { String($0, radix: 16) }.joined(separator: ",")
          + "}" + span.text
      }
      return span.text
    }
    try expectSnapshot(plain.joined() + "\n", "\(name).colour.txt")
  }

  @Test(arguments: ["loss", "one", "averages"])
  func `quarter blocks and narrow charts look as they were accepted`(name: String) throws {
    let chart = SampleCharts.chart(name)
    try expectSnapshot(chart.text(symbols: .blocks).plain + "\n", "\(name).blocks.txt")
    try expectSnapshot(chart.text(width: 50).plain + "\n", "\(name).50.txt")
    try expectSnapshot(chart.text(width: 30).plain + "\n", "\(name).30.txt")
  }

  @Test(arguments: SampleCharts.all.map(\.name))
  func `no line is wider than asked for or ends in a blank`(name: String) {
    let chart = SampleCharts.chart(name)
    for width in [1, 5, 20, 39, 40, 60, 61, 78, 132] {
      for height in [1, 9, 18] {
        for symbols in [PlotSymbols.unicode, .blocks, .ascii] {
          for colour in name == "heat" || chart.field != nil ? [false, true] : [false] {
            let text = chart.text(width: width, height: height, symbols: symbols, colour: colour)
            let lines = text.plain.split(separator: "\n", omittingEmptySubsequences: false)
            for line in lines {
              #expect(DisplayWidth.columns(String(line)) <= width, "\(name) \(width)x\(height)")
              #expect(line.last != " ", "\(name) \(width)x\(height)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: SampleCharts.all.map(\.name).filter { $0 != "bars" && $0 != "heat" })
  func `a picture keeps to its height`(name: String) {
    for height in [12, 18, 30] {
      let lines = SampleCharts.chart(name).text(height: height).plain.split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      #expect(lines.count == height)
    }
  }

  @Test(arguments: ["loss", "averages", "one", "histogram", "gaps"])
  func `without a field colour changes no character`(name: String) {
    let chart = SampleCharts.chart(name)
    #expect(chart.text(colour: true).plain == chart.text(colour: false).plain)
  }

  @Test func `ASCII charts are ASCII when their names are`() {
    for name in [
      "steps", "histogram", "gaps", "huge", "tiny", "sweep", "constant", "saddle", "bars", "heat",
      "limits",
    ] {
      let text = SampleCharts.chart(name).text(symbols: .ascii).plain
      #expect(text.utf8.allSatisfy { $0 < 128 }, "\(name)")
    }
  }

  @Test func `series that share their first letter get another one each`() {
    let text = SampleCharts.loss.text().plain
    #expect(text.contains("g─ gd"))
    #expect(text.contains("m─ momentum "))
    #expect(text.contains("b─ momentum(beta=0.5)"))
  }

  @Test func `control characters cannot break a line`() {
    let name = "a\nb\u{1B}[31m\u{9B}c\u{2028}"
    let chart = Chart(
      title: name,
      x: Axis(name),
      y: Axis(name),
      layers: [.line(Series(name, [1, 2])), .points(Series(name, [2, 1]))]
    )
    for width in [20, 50, 78] {
      let lines = chart.text(width: width, height: 18).plain.unicodeScalars
      #expect(!lines.contains { ($0.value < 32 && $0 != "\n") || $0.value == 0x9B })
    }
    let count = chart.text().plain.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(count == 18)
  }

  @Test func `a spike among a million points is seen`() {
    var values = [Double](repeating: 0, count: 1_000_000)
    values[617_003] = 70
    values[123_456] = -30
    let lines = Chart(layers: [.line(Series("y", values))]).text(width: 78, height: 18).plain
      .split(separator: "\n", omittingEmptySubsequences: false)
    let spike = lines.first { $0.contains("70┤") || $0.contains("60┤") }
    #expect(lines.contains { $0.contains("−30┤") || $0.contains("−40┤") })
    #expect(spike?.unicodeScalars.contains { $0.value > 0x2800 && $0.value < 0x2900 } == true)
    let svg = Chart(layers: [.line(Series("y", values))]).svg(identifier: "p")
    #expect(svg.utf8.count < 20_000)
  }
}
