import Plots
import Testing
import Typesetting

@Suite struct SummaryTests {
  @Test func `one series is told with its turning points`() {
    let chart = Chart(x: Axis("t"), layers: [.line(Series("loss", [65, 80, 3, 0.5, 2]))])
    #expect(
      chart.summary
        == "loss from 65 down to 2 in 4 steps, lowest 0.5 at t 3, highest 80 at t 1"
    )
  }

  @Test func `several series are told apart, and the lowest is named`() {
    let chart = Chart(layers: [
      .line(Series("gd", [78.5, 2])), .line(Series("adam", [78.5, 3.4e-6])),
    ])
    #expect(
      chart.summary
        == "2 lines over x from 0 to 1; gd from 78.5 down to 2; "
        + "adam from 78.5 down to 3.4e-6, lowest of 2"
    )
  }

  @Test func `reference lines are told with what they mean`() {
    let chart = Chart(
      x: Axis("t"),
      layers: [
        .line(Series("loss", [3, 2])),
        .reference(ReferenceLine(.horizontal, at: 2.5, label: "goal")),
        .reference(ReferenceLine(.vertical, at: 1)),
      ]
    )
    #expect(
      chart.summary == "loss from 3 down to 2 in 1 step; line goal at loss 2.5; a line at t 1"
    )
  }

  @Test(arguments: [
    ("histogram", "180 values in 15 bins, most (33) from 16 to 18"),
    ("empty", "y: no values"),
    ("point", "y: 3"),
    ("constant", "y from 5 to 5 in 3 steps"),
    ("sweep", "loss from 60 up to inf over alpha from 0.0001 to 1, lowest 0.0001 at alpha 0.1"),
  ])
  func `every chart is one sentence`(name: String, sentence: String) {
    #expect(SampleCharts.chart(name).summary == sentence)
  }

  @Test func `the table has a column a series, or a row a point`() {
    let shared = Chart(
      x: Axis("t"),
      layers: [.line(Series("a", [1, 2])), .line(Series("b", [3, .nan]))]
    )
    #expect(shared.dataTable.columns == ["t", "a", "b"])
    #expect(shared.dataTable.rows == [["0", "1", "3"], ["1", "2", "nan"]])
    let apart = Chart(layers: [.line(Series("a", [1])), .line(Series("b", [3], from: 7))])
    #expect(apart.dataTable.columns == ["series", "point", "x", "y"])
    #expect(apart.dataTable.rows == [["a", "1", "0", "1"], ["b", "1", "7", "3"]])
    let long = Chart(layers: [.line(Series("a", (0...1000).map(Double.init)))])
    let thinned = long.dataTable.thinned(to: 11)
    #expect(
      thinned.rows.map { $0[0] }.joined(separator: " ")
        == "0 100 200 300 400 500 600 700 800 900 1000"
    )
  }

  @Test func `a path that was thinned still counts steps`() {
    let series = Series("way", x: [0, 1, 2], y: [4, 5, 6])
    let chart = Chart(layers: [.path(Path(series, firstStep: 10, every: 5))])
    #expect(chart.dataTable.columns == ["series", "step", "x", "y"])
    #expect(chart.dataTable.rows.map { $0[1] } == ["10", "15", "20"])
    let contour = Chart(layers: [
      .contours(SampleCharts.bowl), .path(Path(series, every: 5)),
    ])
    #expect(contour.summary.hasSuffix("way from (0, 4) to (2, 6) in 10 steps"))
    #expect(contour.text().plain.contains("every 5 steps"))
  }

  @Test func `a sparkline has a sign a value`() {
    #expect(Sparkline([0, 1, 2, 3, 4, 5, 6, 7]).text() == "▁▂▃▄▅▆▇█")
    #expect(Sparkline([0, .nan, 7]).text() == "▁×█")
    #expect(Sparkline([0, .infinity, 7]).text(symbols: .ascii) == "_x#")
    #expect(Sparkline([2, 2]).text() == "▅▅")
    #expect(Sparkline.texts(of: [[0, 7], [], [3, .nan]]) == ["▁▇", "", "▄×"])
    #expect(Sparkline([]).text() == "")
    #expect(Sparkline((0..<100).map(Double.init)).text(width: 8) == "▁▂▃▄▅▆▇█")
  }
}
